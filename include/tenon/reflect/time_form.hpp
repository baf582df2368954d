// Lengths and points of time as text, for any std::chrono type with whole counts.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/reflect/text_form.hpp"
#include "tenon/word/field.hpp"

namespace tenon::reflect {

// Told by their members, so that a program without times does not pay for <chrono>.
template <class T>
concept TimeSpan = requires(const T& span) {
  requires std::integral<typename T::rep>;
  typename T::period;
  { span.count() } -> std::same_as<typename T::rep>;
};
template <class T>
concept TimePoint = requires(const T& point) {
  typename T::clock;
  requires TimeSpan<typename T::duration>;
  { point.time_since_epoch() } -> std::same_as<typename T::duration>;
};

// A fraction of a second that a count is in.
struct time_scale {
  std::int64_t num, den;
};
// None: it is no whole number of nanoseconds, or longer than 292 years.
[[nodiscard]] std::optional<std::string> print_span(std::int64_t count, time_scale scale);
[[nodiscard]] bool parse_span(std::string_view text, time_scale scale,
                              std::int64_t& count);  // false also where it is no whole count
[[nodiscard]] std::string print_seconds(double seconds);
// What is finer than a millisecond is cut off. None: it is not in the years 0 to 9999.
[[nodiscard]] std::optional<std::string> print_point(std::int64_t count, time_scale scale);
[[nodiscard]] bool parse_point(std::string_view text, time_scale scale, std::int64_t& count);

template <TimeSpan T>
struct text_form<T> {
  static constexpr time_scale scale{T::period::num, T::period::den};
  static constexpr std::string_view expected = scale.num == 1 && scale.den == 1 ? "a length of time in whole seconds"
                                               : scale.num == 60                ? "a length of time in whole minutes"
                                               : scale.num == 3600              ? "a length of time in whole hours"
                                               : scale.den == 1000 ? "a length of time in whole milliseconds"
                                                                   : "a length of time";
  static constexpr std::string_view example = scale.num == 1    ? "10s or 2min"
                                              : scale.num == 60 ? "2min or 1h"
                                                                : "1h or 2d";

  static std::optional<std::string> print(const T& value) {
    if (!std::in_range<std::int64_t>(value.count())) return std::nullopt;
    return print_span(static_cast<std::int64_t>(value.count()), scale);
  }
  static bool parse(std::string_view text, T& value) {
    std::int64_t count = 0;
    if (!parse_span(text, scale, count) || !std::in_range<typename T::rep>(count)) return false;
    value = T(static_cast<typename T::rep>(count));
    return true;
  }
  static constexpr measure measured = measure::time;
  static constexpr double magnitude(const T& value) {
    return static_cast<double>(value.count()) * static_cast<double>(scale.num) / static_cast<double>(scale.den);
  }
  static std::string print_magnitude(double seconds) { return print_seconds(seconds); }
};

template <TimePoint T>
struct text_form<T> {
  using span = typename T::duration;
  static constexpr time_scale scale{span::period::num, span::period::den};
  static constexpr std::string_view expected = "a point in time", example = "2025-08-01T12:00:00.000Z";

  static std::optional<std::string> print(const T& value) {
    const auto count = value.time_since_epoch().count();
    if (!std::in_range<std::int64_t>(count)) return std::nullopt;
    return print_point(static_cast<std::int64_t>(count), scale);
  }
  static bool parse(std::string_view text, T& value) {
    std::int64_t count = 0;
    if (!parse_point(text, scale, count) || !std::in_range<typename span::rep>(count)) return false;
    value = T(span(static_cast<typename span::rep>(count)));
    return true;
  }
};

}  // namespace tenon::reflect
