// Is the type behind the alias a BackendExtension? One requirement at a time, so that the error names the one that is
// missing.
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/concepts/backend_extension.hpp"
#include "tenon/diagnostic/capability_without_operation.hpp"
#include "tenon/diagnostic/not_a_backend_extension.hpp"
#include "tenon/diagnostic/sentence.hpp"

namespace tenon {

namespace detail {

template <class P>
concept HasCapabilities = std::same_as<std::remove_cvref_t<decltype(P::capabilities)>, api_key_capabilities>;
template <class P>
concept RecognisesApiKeys = requires(P& p, const provider_context& ctx) {
  { p.is_api_key(ctx) } -> std::same_as<bool>;
};
template <class P>
concept ValidatesApiKeys = requires(P& p, const provider_context& ctx) {
  { p.validate_api_key(ctx) } -> std::same_as<passport>;
};
template <class P>
concept CreatesApiKeys =
    requires(P& p, const authenticated_provider_context& caller, const create_api_key_request& wanted) {
      { p.create_api_key(caller, wanted) } -> std::same_as<std::string>;
    };
template <class P>
concept GetsApiKeys = requires(P& p, const authenticated_provider_context& caller, std::string_view id) {
  { p.get_api_key(caller, id) } -> std::same_as<api_key>;
};

template <class P>
consteval std::string_view missing_of_permissions_provider() {
  if constexpr (!requires(P& p, const provider_context& ctx, std::string_view user, const resource& thing) {
                  { p.check_permission(ctx, user, thing) } -> std::same_as<permission_check>;
                })
    return "permissions: tenon::permission_check check_permission(const tenon::provider_context&, std::string_view, "
           "const tenon::resource&)";
  else if constexpr (!requires(P& p, const provider_context& ctx, const grant_permission_request& grant) {
                       { p.grant_permission(ctx, grant) } -> std::same_as<void>;
                     })
    return "permissions: void grant_permission(const tenon::provider_context&, const "
           "tenon::grant_permission_request&)";
  else if constexpr (!requires(P& p, const provider_context& ctx, const revoke_permission_request& revoke) {
                       { p.revoke_permission(ctx, revoke) } -> std::same_as<void>;
                     })
    return "permissions: void revoke_permission(const tenon::provider_context&, const "
           "tenon::revoke_permission_request&)";
  else if constexpr (!PermissionsProvider<P>)
    return "permissions: std::vector<tenon::permission> list_permissions(const tenon::provider_context&, const "
           "tenon::resource&)";
  return "";
}

// Empty: it is one. Else the member that is missing, as its author has to write it.
template <class T>
consteval std::string_view missing_of_backend_extension() {
  if constexpr (!requires(T& impl) { impl.api_key; }) {
    return "a member api_key, an ApiKeyProvider";
  } else {
    using P = std::remove_cvref_t<decltype(std::declval<T&>().api_key)>;
    if constexpr (!HasCapabilities<P>)
      return "api_key: static constexpr tenon::api_key_capabilities capabilities";
    else if constexpr (!RecognisesApiKeys<P>)
      return "api_key: bool is_api_key(const tenon::provider_context&)";
    else if constexpr (!ValidatesApiKeys<P>)
      return "api_key: tenon::passport validate_api_key(const tenon::provider_context&)";
    else if constexpr (!CreatesApiKeys<P>)
      return "api_key: std::string create_api_key(const tenon::authenticated_provider_context&, const "
             "tenon::create_api_key_request&)";
    else if constexpr (!GetsApiKeys<P>)
      return "api_key: tenon::api_key get_api_key(const tenon::authenticated_provider_context&, std::string_view)";
    else if constexpr (!ApiKeyProvider<P>)
      return "api_key: std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context&, const "
             "tenon::list_api_keys_request&)";
    else if constexpr (HasIdentity<T>) {
      if constexpr (!IdentityProvider<std::remove_cvref_t<decltype(std::declval<T&>().identity)>>)
        return "identity: tenon::passport identify(const tenon::provider_context&)";
    }
    if constexpr (HasPermissions<T>)
      return missing_of_permissions_provider<std::remove_cvref_t<decltype(std::declval<T&>().permissions)>>();
    return "";
  }
}

// Empty: every claim has its operation.
template <class T>
consteval std::string_view claimed_without_operation() {
  if constexpr (requires(T& impl) { impl.api_key; }) {
    using P = std::remove_cvref_t<decltype(std::declval<T&>().api_key)>;
    if constexpr (HasCapabilities<P>) {
      if constexpr (P::capabilities.contains(api_key_capability::revoke) && !RevokesApiKeys<P>)
        return "revoke, and lacks void revoke_api_key";
      else if constexpr (P::capabilities.contains(api_key_capability::delete_) && !DeletesApiKeys<P>)
        return "delete_, and lacks void delete_api_key";
    }
  }
  return "";
}

template <class T>
struct lacks_member {
  static constexpr diagnostic::sentence text{T::manifest.name, " stands behind the alias extension_impl and lacks ",
                                             missing_of_backend_extension<T>(), ". Add it, public."};
};
template <class T>
struct lacks_operation {
  static constexpr diagnostic::sentence text{
      T::manifest.name, ": its api_key claims the capability ", claimed_without_operation<T>(),
      "(const tenon::authenticated_provider_context&, std::string_view). Add it, public, or drop the claim."};
};

}  // namespace detail

// For the type behind the alias.
template <class T>
inline constexpr bool is_sound_implementation =
    detail::missing_of_backend_extension<T>().empty() && detail::claimed_without_operation<T>().empty();

template <class T>
using implementation_check = std::conditional_t<
    detail::missing_of_backend_extension<T>().empty(),
    diagnostic::check<is_sound_implementation<T>, diagnostic::capability_without_operation, detail::lacks_operation<T>>,
    diagnostic::check<is_sound_implementation<T>, diagnostic::not_a_backend_extension, detail::lacks_member<T>>>;

}  // namespace tenon
