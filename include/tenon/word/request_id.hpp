// What tells one request from the others in logs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

class request_id {
 public:
  static constexpr std::size_t most_characters = 64;

  // Whether what a client calls its request can stand in a log as it is: 1 to 64 letters, digits and `-._~`.
  [[nodiscard]] static constexpr bool is_one(std::string_view text) noexcept {
    if (text.empty() || text.size() > most_characters) return false;
    for (const char c : text)
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
            c == '_' || c == '~'))
        return false;
    return true;
  }

  // From a client.
  constexpr explicit request_id(std::string_view text) noexcept {
    for (const char c : text.substr(0, most_characters)) text_[size_++] = c;
  }
  // `9f3a41c7-2b`: who counts, `origin`, and the number.
  constexpr request_id(std::uint32_t origin, std::uint64_t number) noexcept {
    hexadecimal(origin, 8);
    text_[size_++] = '-';
    std::size_t digits = 1;
    while (digits < 16 && number >> (4 * digits) != 0) ++digits;
    hexadecimal(number, digits);
  }

  [[nodiscard]] constexpr std::string_view view() const noexcept { return {text_.data(), size_}; }

 private:
  constexpr void hexadecimal(std::uint64_t number, std::size_t digits) noexcept {
    while (digits-- > 0) text_[size_++] = "0123456789abcdef"[(number >> (4 * digits)) & 0xF];
  }
  std::array<char, most_characters> text_{};
  std::size_t size_ = 0;
};

}  // namespace tenon
