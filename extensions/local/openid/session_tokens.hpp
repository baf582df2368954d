// The tokens of the local OpenID provider: access tokens, which are identity tokens as well, and refresh tokens.
#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <string>
#include <string_view>

#include "../token/jwt.hpp"
#include "person.hpp"
#include "tenon/word/passport.hpp"

namespace tenon_local {

inline constexpr std::string_view openid_client = "local-anode-client";
inline constexpr std::chrono::seconds access_lifetime{300};
inline constexpr std::chrono::seconds refresh_lifetime = std::chrono::days(365);

// The claims of each. A refresh token is meant for the token endpoint (its audience), so it opens nothing else.
[[nodiscard]] boost::json::object access_claims(const person& who, std::string_view issuer, std::string_view nonce,
                                                tenon::timestamp now);
[[nodiscard]] boost::json::object refresh_claims(const person& who, std::string_view issuer, tenon::timestamp now);

// Throws invalid_token, naming both, where the token's issuer is not `issuer`. Of itself this is no verification: it is
// asked first where there is no key to verify with, because another issuer is the likelier mistake.
void check_session_issuer(const jwt& token, std::string_view issuer);

// What verification throws: invalid_token, wrong_signature, expired_token.
void verify_session_token(const jwt& token, const rsa_key& key, std::string_view issuer, std::string_view audience,
                          tenon::timestamp now);
[[nodiscard]] std::string refresh_audience(std::string_view issuer);

// Of verified claims: throws invalid_token without `sub` and `email`. The name is the claim `name`, else given and
// family name, else the email address.
[[nodiscard]] tenon::passport passport_of_session(const jwt& token);

}  // namespace tenon_local
