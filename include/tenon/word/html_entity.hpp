// What stands in HTML for a character that means something there.
#pragma once

#include <string_view>

namespace tenon {

// Between tags, and in an attribute within quotes of either kind. Empty: the character stands for itself.
[[nodiscard]] constexpr std::string_view html_entity(char c) noexcept {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace tenon
