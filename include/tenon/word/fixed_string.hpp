// A string that may be a template argument: it carries names, route patterns and whole sentences into a type.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tenon {

template <std::size_t N>
struct fixed_string {
  char data[N]{};

  constexpr fixed_string() = default;
  constexpr fixed_string(const char (&literal)[N]) { std::copy_n(literal, N, data); }

  // The text without its terminating zero.
  [[nodiscard]] constexpr std::string_view view() const { return {data, N - 1}; }
};

}  // namespace tenon
