#include "report/quantity.hpp"

#include <fmt/format.h>

namespace bench {

namespace {

std::string grouped(double value) {
  const std::string digits = fmt::format("{:.0f}", value);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && digits[i - 1] != '-' && (digits.size() - i) % 3 == 0) text += ' ';
    text += digits[i];
  }
  return text;
}

}  // namespace

std::string text_of(double value, unit of) {
  switch (of) {
    case unit::count:
      return value != 0 && value < 10 ? fmt::format("{:.3f}", value) : grouped(value);
    case unit::per_second:
      return grouped(value) + " /s";
    case unit::milliseconds:
      return fmt::format("{:.2f} ms", value);
    case unit::microseconds:
      return fmt::format("{:.2f} us", value);
    case unit::nanoseconds:
      return fmt::format("{:.1f} ns", value);
    case unit::megabytes:
      return fmt::format("{:.2f} MB", value / 1e6);
    case unit::yes_or_no:
      return value != 0 ? "yes" : "no";
  }
  return {};
}

}  // namespace bench
