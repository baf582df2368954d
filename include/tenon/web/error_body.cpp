#include "tenon/web/error_body.hpp"

#include "tenon/json/quoted.hpp"

namespace tenon::web {

std::string refusal_body(std::string_view error, std::string_view message) {
  std::string out = "{\"error\":";
  json::write_string(error, out);
  out += ",\"message\":";
  json::write_string(message, out);
  out += '}';
  return out;
}

std::string failure_body(std::string_view type, std::string_view message, std::string_view data,
                         std::string_view debug) {
  std::string out = "{\"type\":";
  json::write_string(type, out);
  out += ",\"message\":";
  json::write_string(message, out);
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
