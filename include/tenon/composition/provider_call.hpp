// Calls to providers as hosts make them: what a provider does not claim is answered here, and never reaches it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/concepts/api_key_provider.hpp"
#include "tenon/word/api_key.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/provider_context.hpp"

namespace tenon::provider_call {

// Throws capability_not_available where the request names resources, even none of them, and the provider does not claim
// create_with_resources: without this, a key would be less restricted than was asked for.
template <ApiKeyProvider P>
[[nodiscard]] std::string create_api_key(P& provider, const authenticated_provider_context& caller,
                                         const create_api_key_request& wanted) {
  if constexpr (!P::capabilities.contains(api_key_capability::create_with_resources))
    if (wanted.resources)
      throw error(error_type::capability_not_available, "Creating api keys with resources is not supported");
  return provider.create_api_key(caller, wanted);
}

// Where pages are not claimed, the page is cut from the whole list.
template <ApiKeyProvider P>
[[nodiscard]] std::vector<api_key> list_api_keys(P& provider, const authenticated_provider_context& caller,
                                                 const list_api_keys_request& page) {
  if constexpr (P::capabilities.contains(api_key_capability::list_keys_paginated)) {
    return provider.list_api_keys(caller, page);
  } else {
    std::vector<api_key> keys = provider.list_api_keys(caller, {});
    const std::size_t first = std::min<std::size_t>(page.offset.value_or(0), keys.size());
    const std::size_t count = std::min<std::size_t>(page.limit.value_or(0xffffffff), keys.size() - first);
    const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(first);
    keys.erase(begin + static_cast<std::ptrdiff_t>(count), keys.end());
    keys.erase(keys.begin(), begin);
    return keys;
  }
}

template <ApiKeyProvider P>
void revoke_api_key(P& provider, const authenticated_provider_context& caller, std::string_view id) {
  if constexpr (P::capabilities.contains(api_key_capability::revoke))
    provider.revoke_api_key(caller, id);
  else
    throw error(error_type::capability_not_available, "Revoke capability is not supported");
}

template <ApiKeyProvider P>
void delete_api_key(P& provider, const authenticated_provider_context& caller, std::string_view id) {
  if constexpr (P::capabilities.contains(api_key_capability::delete_))
    provider.delete_api_key(caller, id);
  else
    throw error(error_type::capability_not_available, "delete capability is not supported");
}

// Throws not_found where the provider publishes none.
template <ApiKeyProvider P>
[[nodiscard]] std::string key_set(P& provider, const provider_context& ctx, std::string_view id) {
  if constexpr (PublishesKeySets<P>)
    return provider.key_set(ctx, id);
  else
    throw error(error_type::not_found, "The JWKS endpoint is not available for this provider");
}

}  // namespace tenon::provider_call
