// Points in time as the wire has them: ISO 8601 with milliseconds, UTC.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenon {

using timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

namespace detail {
// By numbers: what the library adds and compares in types, whoever includes this would compile each time.
inline constexpr std::int64_t milliseconds_of_day = 86'400'000;
}  // namespace detail

// From year 0 to 9999.
[[nodiscard]] constexpr bool has_timestamp_text(timestamp when) {
  constexpr std::int64_t year_0 = -719'528, year_10000 = 2'932'897;  // in days since 1970
  const std::int64_t count = when.time_since_epoch().count();
  return count >= year_0 * detail::milliseconds_of_day && count < year_10000 * detail::milliseconds_of_day;
}

// 2025-08-01T12:00:00.000Z; none for a year that has no text.
[[nodiscard]] inline std::optional<std::string> timestamp_text(timestamp when) {
  using namespace std::chrono;
  if (!has_timestamp_text(when)) return std::nullopt;
  const std::int64_t count = when.time_since_epoch().count();
  std::int64_t day = count / detail::milliseconds_of_day, rest = count % detail::milliseconds_of_day;
  if (rest < 0) {
    --day;
    rest += detail::milliseconds_of_day;
  }
  const year_month_day date{sys_days(days(day))};
  std::string text = "0000-00-00T00:00:00.000Z";
  auto put = [&](std::size_t end, std::int64_t value) {
    for (; value != 0; value /= 10) text[--end] = static_cast<char>('0' + value % 10);
  };
  put(4, static_cast<int>(date.year()));
  put(7, static_cast<unsigned>(date.month()));
  put(10, static_cast<unsigned>(date.day()));
  put(13, rest / 3'600'000);
  put(16, rest / 60'000 % 60);
  put(19, rest / 1'000 % 60);
  put(23, rest % 1'000);
  return text;
}

// Strict: date, `T`, hours, minutes, seconds, if need be a fraction of up to nine digits (beyond milliseconds it is cut
// off), and then `Z` or an offset such as +02:00. The day must exist, and in UTC too the year be 0 to 9999: what is
// read can be written. None: it is not one.
[[nodiscard]] constexpr std::optional<timestamp> timestamp_from(std::string_view text) {
  using namespace std::chrono;
  bool good = true;
  auto number = [&](std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      good = good && i < text.size() && text[i] >= '0' && text[i] <= '9';
      if (good) value = value * 10 + (text[i] - '0');
    }
    if (good) text.remove_prefix(digits);
    return value;
  };
  auto sign = [&](char expected) {
    good = good && text.starts_with(expected);
    if (good) text.remove_prefix(1);
  };
  const int y = number(4);
  sign('-');
  const int m = number(2);
  sign('-');
  const int d = number(2);
  sign('T');
  const int hour = number(2);
  sign(':');
  const int minute = number(2);
  sign(':');
  const int second = number(2);
  int fraction = 0;
  if (good && text.starts_with('.')) {
    text.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0 || digits > 9) return std::nullopt;
    for (std::size_t i = 0; i < 3; ++i) fraction = fraction * 10 + (i < digits ? text[i] - '0' : 0);
    text.remove_prefix(digits);
  }
  int offset = 0;  // in minutes
  if (good && text != "Z") {
    const bool east = text.starts_with('+');
    sign(east ? '+' : '-');
    const int hours_off = number(2);
    sign(':');
    const int minutes_off = number(2);
    good = good && text.empty() && hours_off < 24 && minutes_off < 60;
    offset = (hours_off * 60 + minutes_off) * (east ? 1 : -1);
  }
  const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
  if (!good || !date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const std::int64_t in_minutes = (hour * 60 + minute) - offset;
  const timestamp when(milliseconds(sys_days(date).time_since_epoch().count() * detail::milliseconds_of_day +
                                    (in_minutes * 60 + second) * 1'000 + fraction));
  return has_timestamp_text(when) ? std::optional(when) : std::nullopt;
}

}  // namespace tenon
