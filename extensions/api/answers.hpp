// The answers that do not come from a provider, and the headers that every answer has.
#pragma once

#include <string>
#include <string_view>

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_api {

// Any page may read it: it was asked for with a token, which no browser adds by itself.
[[nodiscard]] tenon::response readable_anywhere(tenon::response answer);

// 200 with JSON that nobody may keep.
[[nodiscard]] tenon::response good(std::string json);

// The browser's question before it sends a token, or a method other than GET and POST. `methods` as in Allow.
[[nodiscard]] tenon::response preflight(std::string methods);

// 401: why it was refused is for the log alone.
[[nodiscard]] tenon::response unauthorized();
// 403: a key was made with a key.
[[nodiscard]] tenon::response identity_required();
// 500: "Failed to <deed>".
[[nodiscard]] tenon::response failed_to(std::string_view deed);

}  // namespace tenon_api
