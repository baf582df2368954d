// An amount of bytes, as people write it: 8MiB, 500kB, 4096.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tenon {

struct byte_size {
  std::uint64_t bytes = 0;
  constexpr operator std::uint64_t() const noexcept { return bytes; }
};

struct byte_unit {
  std::string_view name;
  std::uint64_t bytes;
};
// From large to small, those of a thousand behind those of 1024: what is printed is the first that divides exactly.
inline constexpr std::array byte_units{byte_unit{"TiB", 1ULL << 40},
                                       byte_unit{"GiB", 1ULL << 30},
                                       byte_unit{"MiB", 1ULL << 20},
                                       byte_unit{"KiB", 1ULL << 10},
                                       byte_unit{"TB", 1'000'000'000'000ULL},
                                       byte_unit{"GB", 1'000'000'000ULL},
                                       byte_unit{"MB", 1'000'000ULL},
                                       byte_unit{"kB", 1'000ULL},
                                       byte_unit{"B", 1ULL}};

// `unit` bytes so many times. None: more than 64 bits hold.
[[nodiscard]] constexpr std::optional<byte_size> many_bytes(std::uint64_t count, std::uint64_t unit) {
  if (count > std::numeric_limits<std::uint64_t>::max() / unit) return std::nullopt;
  return byte_size{count * unit};
}

// One that 64 bits do not hold does not compile.
inline namespace literals {

consteval byte_size operator""_KiB(unsigned long long count) { return many_bytes(count, 1ULL << 10).value(); }
consteval byte_size operator""_MiB(unsigned long long count) { return many_bytes(count, 1ULL << 20).value(); }
consteval byte_size operator""_GiB(unsigned long long count) { return many_bytes(count, 1ULL << 30).value(); }

}  // namespace literals

// Digits, then a unit or nothing for bytes. None: it is not one, or more than 64 bits hold.
[[nodiscard]] constexpr std::optional<byte_size> byte_size_from(std::string_view text) {
  std::uint64_t count = 0;
  std::size_t at = 0;
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    const auto digit = static_cast<std::uint64_t>(text[at] - '0');
    if (count > (most - digit) / 10) return std::nullopt;
    count = count * 10 + digit;
  }
  if (at == 0) return std::nullopt;
  while (at < text.size() && text[at] == ' ') ++at;
  const std::string_view unit = at == text.size() ? "B" : text.substr(at);
  for (const byte_unit& known : byte_units) {
    if (unit != known.name && !(unit == "KB" && known.name == "kB")) continue;
    return many_bytes(count, known.bytes);
  }
  return std::nullopt;
}

[[nodiscard]] inline std::string to_string(byte_size size) {
  for (const byte_unit& unit : byte_units)
    if (size.bytes != 0 && size.bytes % unit.bytes == 0)
      return std::to_string(size.bytes / unit.bytes).append(unit.name);
  return "0B";
}

}  // namespace tenon
