// What the body of PATCH /api/api-keys/{id} has to say.
#pragma once

#include <string_view>

namespace tenon_api {

// Throws invalid_request unless it says {"revoked": true}: a key cannot be changed in any other way.
void check_revoke_request(std::string_view body);

}  // namespace tenon_api
