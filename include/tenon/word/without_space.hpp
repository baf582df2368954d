// What JSON and a header may have around a value.
#pragma once

#include <string_view>

namespace tenon {

[[nodiscard]] constexpr std::string_view without_space(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t from = text.find_first_not_of(space);
  return from == std::string_view::npos ? std::string_view()
                                        : text.substr(from, text.find_last_not_of(space) - from + 1);
}

}  // namespace tenon
