#include "tenon/json/quoted.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "tenon/word/hexadecimal.hpp"
#include "tenon/word/utf8.hpp"

namespace tenon::json {

namespace {

constexpr std::string_view unreadable = "\xEF\xBF\xBD";  // U+FFFD

// Eight at once. A byte from 0x80 on has its highest bit set, and so has the difference where one below 0x20 borrows,
// or one that is 0 once it has been compared; a borrow from below tells of a byte that is not plain either.
bool are_plain(const char* eight) {
  constexpr std::uint64_t each = 0x0101010101010101;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof(bytes));
  const std::uint64_t quotes = bytes ^ (each * '"'), escapes = bytes ^ (each * '\\');
  return ((bytes | (bytes - each * 0x20) | (quotes - each) | (escapes - each)) & (each * 0x80)) == 0;
}

// What stands in a string as it is: most of most texts, so it is passed over as one.
std::size_t plain_end(std::string_view text, std::size_t at) {
  const auto is_plain = [](char c) {
    return c >= 0x20 && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80;
  };
  while (text.size() - at >= sizeof(std::uint64_t) && are_plain(text.data() + at)) at += sizeof(std::uint64_t);
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((at = plain_end(text, at)) == text.size()) break;
    const std::size_t length = utf8_size(text.substr(at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string as_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_end(text, at);
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const std::size_t length = utf8_size(text.substr(at));
    length == 0 ? out.append(unreadable) : out.append(text, at, length);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

void write_string(std::string_view text, std::string& to) {
  to += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_end(text, at);
    to.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const char c = text[at];
    const std::size_t length = utf8_size(text.substr(at));
    if (length == 0) {
      to += unreadable;
      ++at;
      continue;
    }
    if (c == '"' || c == '\\') {
      to += '\\';
      to += c;
    } else if (c == '\n') {
      to += "\\n";
    } else if (c == '\r') {
      to += "\\r";
    } else if (c == '\t') {
      to += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      to.append("\\u00").append(hexadecimal(c));
    } else {
      to.append(text, at, length);
    }
    at += length;
  }
  to += '"';
}

std::string quoted(std::string_view text) {
  std::string out;
  write_string(text, out);
  return out;
}

}  // namespace tenon::json
