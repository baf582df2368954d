// ApiKeyProvider: makes API keys, and knows them again.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tenon/word/api_key.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/provider_context.hpp"

namespace tenon {

// Minimal complete definition: capabilities, is_api_key, validate_api_key, create_api_key, get_api_key, list_api_keys.
// Every operation may be called from several threads at once, and fails by throwing tenon::error.
// Laws (tests/conformance): a key just made is recognised, valid, listed and can be read by its user; nobody else can
// tell it from one that never was (not_found); a revoked or deleted key is valid no more, at once.
template <class P>
concept ApiKeyProvider =
    std::same_as<std::remove_cvref_t<decltype(P::capabilities)>, api_key_capabilities> &&
    requires(P& provider, const provider_context& ctx, const authenticated_provider_context& caller,
             const create_api_key_request& wanted, const list_api_keys_request& page, std::string_view id) {
      { provider.is_api_key(ctx) } -> std::same_as<bool>;            // looks like one of ours, valid or not; no I/O
      { provider.validate_api_key(ctx) } -> std::same_as<passport>;  // verified, not revoked, not expired
      { provider.create_api_key(caller, wanted) } -> std::same_as<std::string>;  // the secret itself, this once
      { provider.get_api_key(caller, id) } -> std::same_as<api_key>;
      { provider.list_api_keys(caller, page) } -> std::same_as<std::vector<api_key>>;  // the caller's, oldest first
    };

// The operations behind capabilities.
template <class P>
concept RevokesApiKeys = requires(P& provider, const authenticated_provider_context& caller, std::string_view id) {
  { provider.revoke_api_key(caller, id) } -> std::same_as<void>;
};
template <class P>
concept DeletesApiKeys = requires(P& provider, const authenticated_provider_context& caller, std::string_view id) {
  { provider.delete_api_key(caller, id) } -> std::same_as<void>;
};
// Optional, without a capability of its own: the public keys of one API key as a JSON Web Key Set, for whoever wants to
// verify it. Throws not_found for a key that is not valid (any more).
template <class P>
concept PublishesKeySets = requires(P& provider, const provider_context& ctx, std::string_view id) {
  { provider.key_set(ctx, id) } -> std::same_as<std::string>;
};

}  // namespace tenon
