#include "tenon/reflect/time_form.hpp"

#include <limits>
#include <optional>

#include "tenon/word/duration_text.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon::reflect {

namespace {

// value * from / to, where that is a whole number that fits.
std::optional<std::int64_t> rescaled(std::int64_t value, std::int64_t num, std::int64_t den) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(value, num, &product)) {
    if (value % den != 0 || __builtin_mul_overflow(value / den, num, &product)) return std::nullopt;
    return product;
  }
  if (product % den != 0) return std::nullopt;
  return product / den;
}

constexpr std::int64_t billion = 1'000'000'000;

}  // namespace

std::string print_span(std::int64_t count, time_scale scale) {
  // Out of the 292 years that nanoseconds hold: in seconds, or as near to them as whole numbers come.
  const auto nanoseconds = rescaled(count, scale.num * (billion / scale.den), 1);
  if (nanoseconds) return duration_text(*nanoseconds);
  return std::to_string(count / scale.den * scale.num) + "s";
}

bool parse_span(std::string_view text, time_scale scale, std::int64_t& count) {
  const auto nanoseconds = duration_from(text);
  if (!nanoseconds) return false;
  const auto whole = rescaled(*nanoseconds, scale.den, scale.num * billion);
  if (whole) count = *whole;
  return whole.has_value();
}

std::string print_seconds(double seconds) { return duration_text(static_cast<std::int64_t>(seconds * 1e9)); }

std::string print_point(std::int64_t count, time_scale scale) {
  const std::int64_t milliseconds = scale.den >= 1000 ? count / (scale.den / 1000) : count * scale.num * 1000;
  return timestamp_text(timestamp(std::chrono::milliseconds(milliseconds))).value_or("0000-01-01T00:00:00.000Z");
}

bool parse_point(std::string_view text, time_scale scale, std::int64_t& count) {
  const auto when = timestamp_from(text);
  if (!when) return false;
  const auto whole = rescaled(when->time_since_epoch().count(), scale.den, scale.num * 1000);
  if (whole) count = *whole;
  return whole.has_value();
}

}  // namespace tenon::reflect
