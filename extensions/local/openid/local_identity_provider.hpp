// IdentityProvider for the access tokens of the local OpenID provider.
#pragma once

#include "../token/clock.hpp"
#include "signing_key.hpp"
#include "tenon/concepts/identity_provider.hpp"

namespace tenon_local {

// Accepts tokens whose issuer is the environment's `auth_issuer`, by the key in the database. Any thread; after the
// first call without the disk. The database outlives the provider; it may still be closed when the provider is made.
class local_identity_provider {
 public:
  explicit local_identity_provider(database& in, clock now = system_time) : key_(in), now_(std::move(now)) {}

  [[nodiscard]] tenon::passport identify(const tenon::provider_context& ctx);

 private:
  signing_key key_;
  clock now_;
};

}  // namespace tenon_local
