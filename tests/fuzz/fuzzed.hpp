// What the programs here share: a law that has to hold, and an input taken into parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace fuzzed {

// Ends the program where it does not hold, and says what was seen, with every byte that is not printable as \xNN.
inline void law(bool holds, const char* sentence, std::string_view seen = {}, std::string_view beside = {}) {
  if (holds) return;
  const auto show = [](std::string_view text) {
    std::fputs("\n  ", stderr);
    for (const char c : text)
      if (c >= ' ' && c <= '~')
        std::fputc(c, stderr);
      else
        std::fprintf(stderr, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
  };
  std::fprintf(stderr, "\nThis does not hold: %s", sentence);
  if (!seen.empty() || !beside.empty()) show(seen);
  if (!beside.empty()) show(beside);
  std::fputc('\n', stderr);
  std::abort();
}

[[nodiscard]] inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// What stands before the mark, which goes too; everything where it is not there.
[[nodiscard]] inline std::string_view take_until(std::string_view& left, std::string_view mark) {
  const std::size_t end = left.find(mark);
  const std::string_view taken = left.substr(0, end);
  left.remove_prefix(end == std::string_view::npos ? left.size() : end + mark.size());
  return taken;
}

// Each %41 as the A that it is, written down as slowly as it can be. `good` becomes false where one is malformed.
[[nodiscard]] inline std::string undone_escapes(std::string_view text, bool& good) {
  std::string out;
  while (!text.empty()) {
    if (text.front() != '%') {
      out += text.front();
      text.remove_prefix(1);
      continue;
    }
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    if (text.size() < 3 || digits.find(text[1]) == std::string_view::npos ||
        digits.find(text[2]) == std::string_view::npos) {
      good = false;
      return out;
    }
    out += static_cast<char>(std::strtoul(std::string(text.substr(1, 2)).c_str(), nullptr, 16));
    text.remove_prefix(3);
  }
  return out;
}

}  // namespace fuzzed
