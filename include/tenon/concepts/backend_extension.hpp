// BackendExtension: what can stand behind the alias `extension_impl`.
#pragma once

#include "tenon/concepts/api_key_provider.hpp"
#include "tenon/concepts/extension.hpp"
#include "tenon/concepts/identity_provider.hpp"
#include "tenon/concepts/permissions_provider.hpp"

namespace tenon {

template <class T>
concept HasIdentity = requires(T& impl) { impl.identity; };
template <class T>
concept HasPermissions = requires(T& impl) { impl.permissions; };

// An extension with a member `api_key`; `identity` and `permissions` are optional, an absent one answers
// capability_not_available.
template <class T>
concept BackendExtension =
    Extension<T> && requires(T& impl) { requires ApiKeyProvider<decltype(impl.api_key)>; } &&
    (!HasIdentity<T> || requires(T& impl) { requires IdentityProvider<decltype(impl.identity)>; }) &&
    (!HasPermissions<T> || requires(T& impl) { requires PermissionsProvider<decltype(impl.permissions)>; });

}  // namespace tenon
