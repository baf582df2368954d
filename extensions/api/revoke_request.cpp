#include "revoke_request.hpp"

#include "json_object.hpp"
#include "tenon/word/error.hpp"

namespace tenon_api {

void check_revoke_request(std::string_view text) {
  if (!json_object(text).get<bool>("revoked").value_or(false))
    throw tenon::error(tenon::error_type::invalid_request, "Request body must contain { revoked: true }");
}

}  // namespace tenon_api
