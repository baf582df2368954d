// What the token of an API key says.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "../token/jwt.hpp"
#include "tenon/word/api_key.hpp"
#include "tenon/word/passport.hpp"

namespace tenon_local {

// The claims: scopes, resources and email, then sub, iss (`issuer`/`key.id`), aud, exp, ver and iat.
[[nodiscard]] boost::json::object key_claims(const tenon::api_key& key, std::string_view email, std::string_view issuer,
                                             tenon::timestamp now);

// Whether a token says that it is an API key of this issuer, of a version known here. Nothing of it is verified.
[[nodiscard]] bool claims_to_be_key(const jwt& token, std::string_view issuer);

// The passport of a token whose signature holds. Throws invalid_token where a claim is missing or of the wrong kind,
// expired_token after its time.
[[nodiscard]] tenon::passport passport_of_key(const jwt& token, tenon::timestamp now);

}  // namespace tenon_local
