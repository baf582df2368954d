// Which part of a list the query of GET /api/api-keys asks for.
#pragma once

#include <string_view>

#include "tenon/word/api_key.hpp"

namespace tenon_api {

// `query` is still percent-encoded. `limit` is 1 to 100 and 100 where it is not there, `offset` is 0 or more and 0
// likewise. Throws invalid_request for anything but decimal digits: no sign, no blank, no point, not empty, nothing
// beyond 32 bits. Of a parameter that comes twice the first counts; others are passed over.
[[nodiscard]] tenon::list_api_keys_request read_page_request(std::string_view query);

}  // namespace tenon_api
