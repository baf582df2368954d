// IdentityProvider: knows people by the tokens of an OpenID issuer.
#pragma once

#include <concepts>

#include "tenon/word/passport.hpp"
#include "tenon/word/provider_context.hpp"

namespace tenon {

// Throws missing_token without a token, invalid_token, expired_token or wrong_signature for a bad one. May be called
// from several threads at once. Law: never a passport for a token whose signature, issuer or time does not hold.
template <class P>
concept IdentityProvider = requires(P& provider, const provider_context& ctx) {
  { provider.identify(ctx) } -> std::same_as<passport>;
};

}  // namespace tenon
