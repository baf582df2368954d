// ApiKeyProvider on a database file: every key is a token of its own, signed with a key pair of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../token/clock.hpp"
#include "../token/jwt.hpp"
#include "key_store.hpp"
#include "tenon/concepts/api_key_provider.hpp"

namespace tenon_local {

// The secret half of a pair signs one token and is forgotten, so not even the database file can make a key again. A key
// is checked against the table at every use: revoking takes effect at once.
//
// Any thread. What the database refuses is thrown as `unknown`, with the reason in the debug payload. The database
// outlives the provider; it may still be closed when the provider is made.
class local_api_key_provider {
 public:
  static constexpr tenon::api_key_capabilities capabilities{tenon::api_key_capability::revoke,
                                                            tenon::api_key_capability::create_with_resources,
                                                            tenon::api_key_capability::list_keys_paginated};

  explicit local_api_key_provider(database& in, clock now = system_time) : keys_(in), now_(std::move(now)) {}

  // Decided by issuer, key id and version in the token alone. Never throws over a token.
  [[nodiscard]] bool is_api_key(const tenon::provider_context& ctx) const;
  [[nodiscard]] tenon::passport validate_api_key(const tenon::provider_context& ctx) const;
  // 50 to 200 ms, most of it for the key pair.
  [[nodiscard]] std::string create_api_key(const tenon::authenticated_provider_context& caller,
                                           const tenon::create_api_key_request& wanted);
  [[nodiscard]] tenon::api_key get_api_key(const tenon::authenticated_provider_context& caller,
                                           std::string_view id) const;
  [[nodiscard]] std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context& caller,
                                                          const tenon::list_api_keys_request& page) const;
  // Throws not_found for a key that the caller does not have; revoking again changes nothing.
  void revoke_api_key(const tenon::authenticated_provider_context& caller, std::string_view id);
  // Always throws capability_not_available: a revoked key stays, for whoever looks back.
  [[noreturn]] void delete_api_key(const tenon::authenticated_provider_context& caller, std::string_view id);
  // An expired key still has its set, so that whoever verifies it sees that it has expired.
  [[nodiscard]] std::string key_set(const tenon::provider_context& ctx, std::string_view id) const;

 private:
  key_store keys_;
  clock now_;
};

}  // namespace tenon_local
