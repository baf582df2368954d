// JSON Web Tokens signed with RS256, and no other kind.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "rsa_key.hpp"
#include "tenon/word/api_key.hpp"

namespace tenon_local {

// Longer ones are neither made nor read: a door's limit on headers would refuse them anyway.
inline constexpr std::size_t largest_token = 8192;

// A token taken apart. Nothing in it may be believed before `is_signed_by` has said so.
struct jwt {
  std::string kid;
  boost::json::object claims;
  std::string_view signed_text;  // points into the token
  std::string signature;

  [[nodiscard]] bool is_signed_by(const rsa_key& key) const { return key.verify(signed_text, signature); }
  // The claim, where it is there and a string.
  [[nodiscard]] std::optional<std::string_view> text(std::string_view claim) const;
};

// Nothing, and the reason in `why`, unless the token has three parts in base64url, a header with `alg` RS256, a `kid`
// and no `crit`, and claims that are a JSON object. So `none` and HS256 never get as far as a key.
[[nodiscard]] std::optional<jwt> decode_jwt(std::string_view token, std::string_view* why = nullptr);

// Throws expired_token from `exp` on, invalid_token without a readable `exp` and before `nbf`, which may be a minute
// ahead. `iat` says when it was made and bars nobody: where the clock was ahead and is set right, what was given out
// meanwhile holds.
void check_times(const boost::json::object& claims, tenon::timestamp now);

// The header is alg and kid alone, as in the tokens of the original.
[[nodiscard]] std::string sign_jwt(const boost::json::object& claims, std::string_view kid, const rsa_key& key);

}  // namespace tenon_local
