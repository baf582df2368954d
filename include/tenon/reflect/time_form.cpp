#include "tenon/reflect/time_form.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "tenon/reflect/real_text.hpp"
#include "tenon/word/duration_text.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon::reflect {

namespace {

using limits = std::numeric_limits<std::int64_t>;
constexpr std::int64_t billion = 1'000'000'000;

// None: more than 64 bits hold.
std::optional<std::int64_t> times(std::int64_t a, std::int64_t b) {
  std::int64_t product = 0;
  return __builtin_mul_overflow(a, b, &product) ? std::nullopt : std::optional(product);
}

enum class fraction { refused, cut_off };

// value * num / den, where that fits. What is cut off goes down, before the year 1970 too.
std::optional<std::int64_t> rescaled(std::int64_t value, std::optional<std::int64_t> num,
                                     std::optional<std::int64_t> den, fraction rest) {
  if (value == 0) return 0;
  if (!num || !den) return std::nullopt;
  const __int128 product = static_cast<__int128>(value) * *num;
  __int128 quotient = product / *den;
  if (product % *den != 0) {
    if (rest == fraction::refused) return std::nullopt;
    if (product < 0) --quotient;
  }
  if (quotient < limits::min() || quotient > limits::max()) return std::nullopt;
  return static_cast<std::int64_t>(quotient);
}

}  // namespace

std::optional<std::string> print_span(std::int64_t count, time_scale scale) {
  const auto nanoseconds = rescaled(count, times(scale.num, billion), scale.den, fraction::refused);
  if (!nanoseconds) return std::nullopt;
  return duration_text(*nanoseconds);
}

bool parse_span(std::string_view text, time_scale scale, std::int64_t& count) {
  const auto nanoseconds = duration_from(text);
  if (!nanoseconds) return false;
  const auto whole = rescaled(*nanoseconds, scale.den, times(scale.num, billion), fraction::refused);
  if (whole) count = *whole;
  return whole.has_value();
}

std::string print_seconds(double seconds) {
  constexpr double most = 9.2e9;  // as nanoseconds in 64 bits
  if (std::fabs(seconds) > most) return print_real(seconds) + "s";
  return duration_text(static_cast<std::int64_t>(seconds * 1e9));
}

std::optional<std::string> print_point(std::int64_t count, time_scale scale) {
  const auto milliseconds = rescaled(count, times(scale.num, 1000), scale.den, fraction::cut_off);
  if (!milliseconds) return std::nullopt;
  return timestamp_text(timestamp(std::chrono::milliseconds(*milliseconds)));
}

bool parse_point(std::string_view text, time_scale scale, std::int64_t& count) {
  const auto when = timestamp_from(text);
  if (!when) return false;
  const auto whole = rescaled(when->time_since_epoch().count(), scale.den, times(scale.num, 1000), fraction::refused);
  if (whole) count = *whole;
  return whole.has_value();
}

}  // namespace tenon::reflect
