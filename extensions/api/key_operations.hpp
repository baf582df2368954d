// What the routes about keys do, over any provider and without a context: a caller in, an answer out.
#pragma once

#include <string_view>

#include "answers.hpp"
#include "create_request.hpp"
#include "page_request.hpp"
#include "revoke_request.hpp"
#include "rights.hpp"
#include "shapes.hpp"
#include "tenon/composition/provider_call.hpp"
#include "tenon/concepts/api_key_provider.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/api_key.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/response.hpp"

namespace tenon_api {

using tenon::authenticated_provider_context;

template <tenon::ApiKeyProvider P>
[[nodiscard]] tenon::response create_key(P& provider, const authenticated_provider_context& caller,
                                         tenon::timestamp now) {
  if (!may_create_keys(caller.passport)) return identity_required();
  return good(json_of_new_key(
      tenon::provider_call::create_api_key(provider, caller, read_create_request(caller.request.body, now))));
}

template <tenon::ApiKeyProvider P>
[[nodiscard]] tenon::response list_keys(P& provider, const authenticated_provider_context& caller) {
  require_scope(caller.passport, tenon::scope::read);
  return good(json_of(tenon::provider_call::list_api_keys(provider, caller, read_page_request(caller.request.query))));
}

template <tenon::ApiKeyProvider P>
[[nodiscard]] tenon::api_key own_key(P& provider, const authenticated_provider_context& caller, std::string_view id) {
  tenon::api_key key = provider.get_api_key(caller, id);
  require_owner(caller.passport, key);
  return key;
}

template <tenon::ApiKeyProvider P>
[[nodiscard]] tenon::response get_key(P& provider, const authenticated_provider_context& caller, std::string_view id) {
  require_scope(caller.passport, tenon::scope::read);
  return good(json_of(own_key(provider, caller, id)));
}

template <tenon::ApiKeyProvider P>
[[nodiscard]] tenon::response revoke_key(P& provider, const authenticated_provider_context& caller,
                                         std::string_view id) {
  require_scope(caller.passport, tenon::scope::execute);
  check_revoke_request(caller.request.body);
  static_cast<void>(own_key(provider, caller, id));
  tenon::provider_call::revoke_api_key(provider, caller, id);
  return good(json_of(own_key(provider, caller, id)));
}

// Whether a key that cannot be found is an error is the provider's to say.
template <tenon::ApiKeyProvider P>
[[nodiscard]] tenon::response delete_key(P& provider, const authenticated_provider_context& caller,
                                         std::string_view id) {
  require_scope(caller.passport, tenon::scope::execute);
  try {
    static_cast<void>(own_key(provider, caller, id));
  } catch (const tenon::error& failure) {
    if (failure.type() != tenon::error_type::not_found) throw;
  }
  tenon::provider_call::delete_api_key(provider, caller, id);
  return tenon::web::uncached(tenon::response::empty());
}

}  // namespace tenon_api
