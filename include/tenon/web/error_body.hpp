// The bodies of refusals and failures. They need one thing of JSON, a string, so the composition does not need a
// library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tenon::web {

namespace detail {

// How many characters one code point at the beginning of `text` takes; 0: it is not well-formed UTF-8 (Unicode, table
// 3-7).
[[nodiscard]] constexpr std::size_t utf8_size(std::string_view text) {
  auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  auto continues = [&](std::size_t i) { return (at(i) & 0xc0U) == 0x80; };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return continues(1) ? 2 : 0;
  if ((lead & 0xf0U) == 0xe0) {
    const bool overlong = lead == 0xe0 && at(1) < 0xa0, surrogate = lead == 0xed && at(1) >= 0xa0;
    return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead < 0xf0 || lead > 0xf4) return 0;
  const bool overlong = lead == 0xf0 && at(1) < 0x90, beyond = lead == 0xf4 && at(1) >= 0x90;
  return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
}

}  // namespace detail

// With its quotes. What is not well-formed UTF-8 becomes U+FFFD, so that the body can be read whatever is in it.
inline void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const char c = text.front();
    const std::size_t size = detail::utf8_size(text);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view digits = "0123456789abcdef";
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15U];
    } else if (size == 0) {
      out += "\xef\xbf\xbd";
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size == 0 ? 1 : size);
  }
  out += '"';
}

// What the host itself says: {"error":"Not Found","message":"..."}.
[[nodiscard]] inline std::string refusal_body(std::string_view error, std::string_view message) {
  std::string out = "{\"error\":";
  append_json_string(out, error);
  out += ",\"message\":";
  append_json_string(out, message);
  out += '}';
  return out;
}

// What a tenon::error says: {"type":"not_found","message":"...","data":{}}. `data` and `debug` are JSON objects
// already; an empty `data` counts as {}, an empty `debug` is left out.
[[nodiscard]] inline std::string failure_body(std::string_view type, std::string_view message, std::string_view data,
                                              std::string_view debug) {
  std::string out = "{\"type\":";
  append_json_string(out, type);
  out += ",\"message\":";
  append_json_string(out, message);
  out += ",\"data\":";
  out += data.empty() ? "{}" : data;
  if (!debug.empty()) {
    out += ",\"debug\":";
    out += debug;
  }
  out += '}';
  return out;
}

}  // namespace tenon::web
