// What a caller may do with keys.
#pragma once

#include <string_view>

#include "tenon/word/api_key.hpp"
#include "tenon/word/passport.hpp"

namespace tenon_api {

// Throws access_denied, naming the scope, where the caller's token is restricted to others. A token that says nothing
// of scopes is not restricted, and neither is an administrator.
void require_scope(const tenon::passport& caller, tenon::scope wanted);

// A key may not be made with a key: whoever steals one could keep itself in for ever.
[[nodiscard]] bool may_create_keys(const tenon::passport& caller) noexcept;

// Throws access_denied where a provider hands out the key of somebody else.
void require_owner(const tenon::passport& caller, const tenon::api_key& key);

}  // namespace tenon_api
