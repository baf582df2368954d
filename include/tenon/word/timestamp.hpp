// Points in time as the wire has them: ISO 8601 with milliseconds, UTC.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tenon {

using timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

// From year 0 to 9999.
[[nodiscard]] constexpr bool has_timestamp_text(timestamp when) {
  using namespace std::chrono;
  return when >= sys_days(year(0) / 1 / 1) && when < sys_days(year(10000) / 1 / 1);
}

// 2025-08-01T12:00:00.000Z; none for a year that has no text.
[[nodiscard]] inline std::optional<std::string> timestamp_text(timestamp when) {
  using namespace std::chrono;
  if (!has_timestamp_text(when)) return std::nullopt;
  const sys_days day = floor<days>(when);
  const year_month_day date(day);
  const hh_mm_ss time(when - day);
  std::string text = "0000-00-00T00:00:00.000Z";
  auto put = [&](std::size_t end, auto value) {
    for (auto rest = static_cast<unsigned long>(value); rest != 0; rest /= 10)
      text[--end] = static_cast<char>('0' + rest % 10);
  };
  put(4, static_cast<int>(date.year()));
  put(7, static_cast<unsigned>(date.month()));
  put(10, static_cast<unsigned>(date.day()));
  put(13, time.hours().count());
  put(16, time.minutes().count());
  put(19, time.seconds().count());
  put(23, time.subseconds().count());
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
  minutes offset{};
  if (good && text != "Z") {
    const bool east = text.starts_with('+');
    sign(east ? '+' : '-');
    const int hours_off = number(2);
    sign(':');
    const int minutes_off = number(2);
    good = good && text.empty() && hours_off < 24 && minutes_off < 60;
    offset = minutes(hours_off * 60 + minutes_off) * (east ? 1 : -1);
  }
  const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
  if (!good || !date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const timestamp when =
      sys_days(date) + hours(hour) + minutes(minute) + seconds(second) + milliseconds(fraction) - offset;
  return has_timestamp_text(when) ? std::optional(when) : std::nullopt;
}

}  // namespace tenon
