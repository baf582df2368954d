// What a request has to be like to become a web socket (RFC 6455 section 4.2).
#pragma once

#include <optional>
#include <string_view>

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::web_sockets {

// Why it is not; none: it is. `any_origin`: the page of a browser may be of another origin than this host.
[[nodiscard]] std::optional<response> objection_to(const request& from, bool any_origin);

}  // namespace tenon::web_sockets
