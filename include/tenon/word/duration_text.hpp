// Lengths of time as people write them: 10s, 500ms, 2min, 1h30min.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tenon {

struct time_unit {
  std::string_view name;
  std::int64_t nanoseconds;
};
inline constexpr std::array time_units{time_unit{"d", 86'400'000'000'000},
                                       time_unit{"h", 3'600'000'000'000},
                                       time_unit{"min", 60'000'000'000},
                                       time_unit{"s", 1'000'000'000},
                                       time_unit{"ms", 1'000'000},
                                       time_unit{"us", 1'000},
                                       time_unit{"ns", 1}};

// In nanoseconds. Whole numbers, each with its unit, from large to small; a minus before the first makes the whole
// negative. None: it is not one, or longer than 292 years.
[[nodiscard]] constexpr std::optional<std::int64_t> duration_from(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  // One more below zero than above.
  const std::uint64_t most = std::uint64_t{std::numeric_limits<std::int64_t>::max()} + (negative ? 1 : 0);
  std::uint64_t total = 0, last = most;
  while (!text.empty()) {
    std::uint64_t count = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
      const auto digit = static_cast<std::uint64_t>(text[at] - '0');
      if (count > (most - digit) / 10) return std::nullopt;
      count = count * 10 + digit;
    }
    if (at == 0) return std::nullopt;
    std::size_t end = at;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    std::uint64_t unit = 0;
    for (const time_unit& known : time_units)
      if (known.name == text.substr(at, end - at)) unit = static_cast<std::uint64_t>(known.nanoseconds);
    if (unit == 0 || unit >= last || count > (most - total) / unit) return std::nullopt;
    last = unit;
    total += count * unit;
    text.remove_prefix(end);
  }
  return static_cast<std::int64_t>(negative ? 0 - total : total);
}

// The largest unit that divides it exactly: 90s, 2min, 1h.
[[nodiscard]] inline std::string duration_text(std::int64_t nanoseconds) {
  for (const time_unit& unit : time_units)
    if (nanoseconds != 0 && nanoseconds % unit.nanoseconds == 0)
      return std::to_string(nanoseconds / unit.nanoseconds).append(unit.name);
  return "0s";
}

}  // namespace tenon
