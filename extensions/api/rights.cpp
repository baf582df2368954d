#include "rights.hpp"

#include <algorithm>
#include <string>

#include "tenon/word/error.hpp"

namespace tenon_api {

namespace {

bool is_administrator(const tenon::passport& caller) noexcept { return caller.role == tenon::role::su; }

}  // namespace

void require_scope(const tenon::passport& caller, tenon::scope wanted) {
  if (is_administrator(caller) || !caller.scopes) return;
  if (std::find(caller.scopes->begin(), caller.scopes->end(), wanted) != caller.scopes->end()) return;
  const std::string name(to_string(wanted));
  throw tenon::error(tenon::error_type::access_denied, "This operation requires the scope " + name +
                                                           ", which the token does not have. Use a token with " + name);
}

bool may_create_keys(const tenon::passport& caller) noexcept {
  return is_administrator(caller) || caller.type == tenon::auth_type::oauth;
}

void require_owner(const tenon::passport& caller, const tenon::api_key& key) {
  if (key.user_id != caller.user.id)
    throw tenon::error(tenon::error_type::access_denied, "API key does not belong to authenticated user");
}

}  // namespace tenon_api
