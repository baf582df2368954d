#include "tenon/web_socket/handshake.hpp"

#include <cstddef>
#include <utility>

#include "tenon/word/same_origin.hpp"
#include "tenon/word/without_space.hpp"

namespace tenon::web_sockets {

namespace {

constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t key_size = 24;  // 16 bytes in base64

// Whether one of the headers of that name, which are lists, has that token.
[[nodiscard]] bool lists(const request& from, std::string_view name, std::string_view token) noexcept {
  for (const header& one : from.headers) {
    if (!same_field_name(one.name, name)) continue;
    for (std::string_view rest = one.value;;) {
      const std::size_t comma = rest.find(',');
      if (same_field_name(without_space(rest.substr(0, comma)), token)) return true;
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return false;
}

[[nodiscard]] std::size_t count(const request& from, std::string_view name) noexcept {
  std::size_t out = 0;
  for (const header& one : from.headers) out += same_field_name(one.name, name) ? 1 : 0;
  return out;
}

[[nodiscard]] bool is_key(std::string_view text) noexcept {
  return text.size() == key_size && text.find_first_not_of(base64) == key_size - 2 && text.ends_with("==");
}

[[nodiscard]] response uncached(response answer) {
  return std::move(answer).with("Cache-Control", "no-cache, no-store, must-revalidate");
}
[[nodiscard]] response bad(literal body) { return uncached(response::json(body, 400)); }
[[nodiscard]] response upgrade_required(literal body) {
  return uncached(response::json(body, 426))
      .with("Connection", "Upgrade")
      .with("Upgrade", "websocket")
      .with("Sec-WebSocket-Version", "13");
}

}  // namespace

std::optional<response> objection_to(const request& from, bool any_origin) {
  if (from.method != method::get || !lists(from, "Upgrade", "websocket"))
    return upgrade_required(
        R"({"error":"Upgrade Required","message":"This is a web socket: send GET with Upgrade: websocket."})");
  if (!lists(from, "Connection", "Upgrade"))
    return bad(R"({"error":"Bad Request","message":")"
               R"(The Upgrade header counts only where the Connection header lists Upgrade, and this one does not."})");
  if (count(from, "Sec-WebSocket-Version") != 1 || from.header("Sec-WebSocket-Version") != "13")
    return upgrade_required(
        R"({"error":"Upgrade Required","message":")"
        R"(This server speaks version 13 of the WebSocket protocol: send Sec-WebSocket-Version: 13, once."})");
  if (count(from, "Sec-WebSocket-Key") != 1 || !is_key(*from.header("Sec-WebSocket-Key")))
    return bad(R"({"error":"Bad Request","message":")"
               R"(There must be one Sec-WebSocket-Key header: 16 bytes in base64, which are 22 letters and two equals )"
               R"(signs."})");
  if (any_origin) return std::nullopt;
  const std::string_view host = from.header("Host").value_or("");
  for (const header& one : from.headers)
    if (same_field_name(one.name, "Origin") && !is_same_origin(one.value, host))
      return uncached(response::json(
          R"({"error":"Forbidden","message":")"
          R"(Pages of another origin may not talk with this web socket. What stands in front of the server has )"
          R"(to leave the Host header as it was."})",
          403));
  return std::nullopt;
}

}  // namespace tenon::web_sockets
