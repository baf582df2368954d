// Bytes as hexadecimal digits, two for each.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tenon {

[[nodiscard]] constexpr bool is_hexadecimal(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// In small letters.
[[nodiscard]] inline std::string hexadecimal(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const unsigned char one : bytes) out.append(1, digits[one >> 4U]).append(1, digits[one & 15U]);
  return out;
}

[[nodiscard]] inline std::string hexadecimal(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return hexadecimal(std::span(&byte, 1));
}

}  // namespace tenon
