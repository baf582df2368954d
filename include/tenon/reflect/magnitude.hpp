// What a range compares, in words: `1.5`, `90s`, `8B`.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/duration_text.hpp"

namespace tenon::reflect::detail {

// To three places behind the point, which are enough to recognise a number by.
constexpr void add_number(diagnostic::sentence& to, double number) {
  if (number < 0) to.add(std::string_view("-")), number = -number;
  if (number >= 1e15) return to.add(std::string_view("10^15 or more"));
  const auto thousandths = static_cast<std::size_t>(number * 1000 + 0.5);
  to.add(thousandths / 1000);
  if (thousandths % 1000 == 0) return;
  to.add(std::string_view("."));
  for (std::size_t rest = thousandths % 1000, digit = 100; rest != 0; rest %= digit, digit /= 10) to.add(rest / digit);
}

constexpr void add_magnitude(diagnostic::sentence& to, double magnitude, measure of) {
  if (of == measure::time) {
    const double size = magnitude < 0 ? -magnitude : magnitude;
    for (const time_unit& unit : time_units) {
      const double count = size * 1e9 / static_cast<double>(unit.nanoseconds);
      if (size > 1e9 || count < 1 || count != static_cast<double>(static_cast<std::size_t>(count))) continue;
      add_number(to, magnitude < 0 ? -count : count);
      return to.add(unit.name);
    }
    add_number(to, magnitude);
    return to.add(std::string_view("s"));
  }
  add_number(to, magnitude);
  if (of == measure::bytes) to.add(std::string_view("B"));
}

}  // namespace tenon::reflect::detail
