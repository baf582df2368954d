// The bodies of refusals and failures. They need one thing of JSON, a string, so the composition does not need a
// library. What in them is no UTF-8 becomes U+FFFD, so that they can be read whatever is in them.
#pragma once

#include <string>
#include <string_view>

namespace tenon::web {

// What the host itself says: {"error":"Not Found","message":"..."}.
[[nodiscard]] std::string refusal_body(std::string_view error, std::string_view message);

// What a tenon::error says: {"type":"not_found","message":"...","data":{}}. `data` and `debug` are JSON objects
// already; an empty `data` counts as {}, an empty `debug` is left out.
[[nodiscard]] std::string failure_body(std::string_view type, std::string_view message, std::string_view data,
                                       std::string_view debug);

}  // namespace tenon::web
