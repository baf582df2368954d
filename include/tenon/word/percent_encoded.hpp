// A text as one part of a URL, or of a header that is written as one (RFC 3986 section 2.1).
#pragma once

#include <string>
#include <string_view>

namespace tenon {

// Whether a part of a URL has it as it is.
[[nodiscard]] constexpr bool is_unreserved(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

// `a b/c` is `a%20b%2Fc`, which `percent_decoded` of word/query.hpp turns back.
[[nodiscard]] inline std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c))
      out += c;
    else
      out.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
  }
  return out;
}

}  // namespace tenon
