// PermissionsProvider: who may do what with which resource.
#pragma once

#include <concepts>
#include <string_view>
#include <vector>

#include "tenon/word/permission.hpp"
#include "tenon/word/provider_context.hpp"

namespace tenon {

// May be called from several threads at once; failures are tenon::error. Laws (tests/conformance): what is granted is
// found by check and list until it is revoked; granting twice is granting once; only an owner grants and revokes; an
// owner's own grant cannot be revoked; list has the owner first.
template <class P>
concept PermissionsProvider =
    requires(P& provider, const provider_context& ctx, std::string_view user_id, const resource& thing,
             const grant_permission_request& grant, const revoke_permission_request& revoke) {
      { provider.check_permission(ctx, user_id, thing) } -> std::same_as<permission_check>;
      { provider.grant_permission(ctx, grant) } -> std::same_as<void>;
      { provider.revoke_permission(ctx, revoke) } -> std::same_as<void>;
      { provider.list_permissions(ctx, thing) } -> std::same_as<std::vector<permission>>;
    };

}  // namespace tenon
