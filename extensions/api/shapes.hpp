// What answers look like as JSON. Keys themselves are written as tenon::api_key is, in camel case.
#pragma once

#include <string>
#include <vector>

#include "tenon/word/api_key.hpp"
#include "tenon/word/passport.hpp"

namespace tenon_api {

[[nodiscard]] std::string json_of(const tenon::api_key& key);
[[nodiscard]] std::string json_of(const std::vector<tenon::api_key>& keys);
// {"capabilities":["revoke"]}
[[nodiscard]] std::string json_of(tenon::api_key_capabilities claimed);
// {"id","email","name","givenName","familyName","isAnonymous"}; names that are not known are left out.
[[nodiscard]] std::string json_of(const tenon::user& user);
// {"api_key":"..."}: the secret, this once.
[[nodiscard]] std::string json_of_new_key(std::string token);

}  // namespace tenon_api
