// What the body of POST /api/api-keys asks for.
#pragma once

#include <string_view>

#include "tenon/word/api_key.hpp"

namespace tenon_api {

// Throws invalid_request for the first thing that is wrong, in the words that clients of the original know. A scope
// that comes twice counts once; members that are not known are passed over.
[[nodiscard]] tenon::create_api_key_request read_create_request(std::string_view body, tenon::timestamp now);

}  // namespace tenon_api
