// Versions as bundles write them: 1.2.3, 1.0.0-beta.1+build.5.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tenon::form {

namespace detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit) && (text.size() == 1 || text.front() != '0');
}
constexpr bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
}

// The parts between periods; false as soon as one of them is not `good`, or where there are not `count` (0: any).
template <class Good>
constexpr bool all_parts(std::string_view text, std::size_t count, Good good) {
  for (std::size_t found = 1;; ++found) {
    const std::size_t dot = text.find('.');
    if (!good(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return count == 0 || found == count;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace detail

[[nodiscard]] constexpr bool is_semantic_version(std::string_view text) {
  constexpr auto word = [](std::string_view one) { return detail::is_word(one); };
  constexpr auto release = [](std::string_view one) {
    return detail::is_number(one) || (detail::is_word(one) && !std::ranges::all_of(one, detail::is_digit));
  };
  if (const std::size_t plus = text.find('+'); plus != std::string_view::npos) {
    if (!detail::all_parts(text.substr(plus + 1), 0, word)) return false;
    text = text.substr(0, plus);
  }
  if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
    if (!detail::all_parts(text.substr(dash + 1), 0, release)) return false;
    text = text.substr(0, dash);
  }
  return detail::all_parts(text, 3, detail::is_number);
}

}  // namespace tenon::form
