// One segment of a path, as the route table compares it: two machine words and a length. Up to 16 characters these
// three say everything; of longer text they are a digest, and the text itself is compared as well.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tenon::web {

struct segment_key {
  std::uint64_t first = 0, last = 0;  // its first eight characters, with what is between, and its last
  std::uint32_t length = 0;
};

inline constexpr std::size_t longest_exact_key = 16;

namespace detail {

// Little-endian at compile time and at run time alike, so that a table made by the compiler serves the program.
template <class Word>
[[nodiscard]] constexpr std::uint64_t load(const char* from) noexcept {
  if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
    std::uint64_t word = 0;
    for (std::size_t i = sizeof(Word); i-- > 0;) word = word << 8 | static_cast<unsigned char>(from[i]);
    return word;
  }
  Word word;
  std::memcpy(&word, from, sizeof(word));
  return word;
}

// `size` is less than 8; what the text does not fill is zero.
[[nodiscard]] constexpr std::uint64_t load_short(const char* from, std::size_t size) noexcept {
  if (size >= 4) return load<std::uint32_t>(from) | load<std::uint32_t>(from + size - 4) << (size - 4) * 8;
  if (size == 0) return 0;
  const std::size_t middle = size / 2, last = size - 1;
  return load<std::uint8_t>(from) | load<std::uint8_t>(from + middle) << middle * 8 |
         load<std::uint8_t>(from + last) << last * 8;
}

// The highest bit of each byte that is `wanted`, and perhaps of bytes above the lowest such one.
[[nodiscard]] constexpr std::uint64_t bytes_equal(std::uint64_t word, char wanted) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  const std::uint64_t zero_where_equal = word ^ ones * static_cast<unsigned char>(wanted);
  return (zero_where_equal - ones) & ~zero_where_equal & highs;
}

inline constexpr std::uint64_t odd_a = 0x9e3779b97f4a7c15, odd_b = 0xd6e8feb86659fd93;

// The key of a text of at least 8 characters, the first eight of which are `first`.
[[nodiscard]] constexpr segment_key key_of_long(const char* text, std::size_t length, std::uint64_t first) noexcept {
  segment_key key{first, load<std::uint64_t>(text + length - 8), static_cast<std::uint32_t>(length)};
  if (length > longest_exact_key)
    for (std::size_t i = 8; i + 8 < length; i += 8)
      key.first = std::rotl(key.first, 23) * odd_a ^ load<std::uint64_t>(text + i);
  return key;
}

}  // namespace detail

// The beginning of a path, up to the next slash or its end.
struct stretch {
  std::uint64_t first = 0;  // up to eight characters of it, as one number
  std::size_t length = 0;
};

[[nodiscard, gnu::always_inline]] constexpr inline stretch next_stretch(const char* text, std::size_t size) noexcept {
  const std::uint64_t word = size >= 8 ? detail::load<std::uint64_t>(text) : detail::load_short(text, size);
  if (const std::uint64_t hits = detail::bytes_equal(word, '/'); hits != 0) {
    const std::uint64_t lowest = hits & (0 - hits);
    return {word & ((lowest >> 7) - 1), static_cast<std::size_t>(std::countr_zero(hits)) / 8};
  }
  if (size <= 8) return {word, size};
  for (std::size_t from = 8;; from += 8) {
    if (from + 8 >= size) from = size - 8;
    if (const std::uint64_t hits = detail::bytes_equal(detail::load<std::uint64_t>(text + from), '/'); hits != 0)
      return {word, from + static_cast<std::size_t>(std::countr_zero(hits)) / 8};
    if (from + 8 == size) return {word, size};
  }
}

[[nodiscard]] constexpr segment_key key_of(const char* text, stretch one) noexcept {
  if (one.length < 8) return {one.first, 0, static_cast<std::uint32_t>(one.length)};
  return detail::key_of_long(text, one.length, one.first);
}
// Of a whole text without a slash.
[[nodiscard]] constexpr segment_key key_of(std::string_view text) noexcept {
  return key_of(text.data(), {text.size() >= 8 ? detail::load<std::uint64_t>(text.data())
                                               : detail::load_short(text.data(), text.size()),
                              text.size()});
}

// With the node `parent`, spread over 64 bits; the highest ones are the best.
[[nodiscard]] constexpr std::uint64_t digest(const segment_key& key, std::uint32_t parent) noexcept {
  return (key.first ^ std::rotl(key.last, 29) ^ (parent + key.length) * detail::odd_b) * detail::odd_a;
}

enum class segment_kind : std::uint8_t { literal, parameter, rest };

// A segment of a pattern. Of a parameter, `text` is the name.
struct segment {
  segment_kind kind = segment_kind::literal;
  std::string_view text{};
  segment_key key{};
};

}  // namespace tenon::web
