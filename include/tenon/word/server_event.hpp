// An event for a browser's EventSource: one of a body of type text/event-stream.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tenon {

// `co_yield tenon::server_event{.data = "42", .event = "price"}.text();` A line break in `event` or `id` would begin
// another field, and is left out with what stands behind it.
struct server_event {
  static constexpr const char* content_type = "text/event-stream; charset=utf-8";
  // What says nothing, so that neither end gives the other up: to be sent where nothing else was for a while.
  static constexpr const char* sign_of_life = ":\n\n";

  std::string_view data{};  // may have several lines
  std::string_view event{};
  std::string_view id{};  // a client that comes back sends it as Last-Event-ID
  std::optional<std::chrono::milliseconds> retry{};

  [[nodiscard]] std::string text() const {
    std::string out;
    const auto field = [&](std::string_view name, std::string_view value) {
      out.append(name).append(": ").append(value.substr(0, value.find_first_of("\r\n"))).append("\n");
    };
    if (!event.empty()) field("event", event);
    if (!id.empty()) field("id", id);
    if (retry) field("retry", std::to_string(retry->count()));
    std::string_view rest = data;
    for (;;) {
      const std::size_t end = rest.find_first_of("\r\n");
      field("data", rest.substr(0, end));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + (rest.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return out += '\n';
  }
};

}  // namespace tenon
