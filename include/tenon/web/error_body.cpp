#include "tenon/web/error_body.hpp"

#include <cstddef>

#include "tenon/word/hexadecimal.hpp"
#include "tenon/word/utf8.hpp"

namespace tenon::web {

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const char c = text.front();
    const std::size_t size = utf8_size(text);
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
      out.append("\\u00").append(hexadecimal(c));
    } else if (size == 0) {
      out += "\xef\xbf\xbd";
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size == 0 ? 1 : size);
  }
  out += '"';
}

std::string refusal_body(std::string_view error, std::string_view message) {
  std::string out = "{\"error\":";
  append_json_string(out, error);
  out += ",\"message\":";
  append_json_string(out, message);
  out += '}';
  return out;
}

std::string failure_body(std::string_view type, std::string_view message, std::string_view data,
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
