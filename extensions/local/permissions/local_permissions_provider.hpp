// PermissionsProvider on a database file.
#pragma once

#include <string_view>
#include <vector>

#include "../token/clock.hpp"
#include "permission_store.hpp"
#include "tenon/concepts/permissions_provider.hpp"

namespace tenon_local {

// The rules are permission_store's; broken ones are thrown: access_denied for whoever is not the owner, invalid_request
// for what an owner cannot do, not_found for what is not there. Any thread. The database outlives the provider; it may
// still be closed when the provider is made.
class local_permissions_provider {
 public:
  explicit local_permissions_provider(database& in, clock now = system_time) : grants_(in), now_(std::move(now)) {}

  [[nodiscard]] tenon::permission_check check_permission(const tenon::provider_context& ctx, std::string_view user_id,
                                                         const tenon::resource& thing) const;
  void grant_permission(const tenon::provider_context& ctx, const tenon::grant_permission_request& wanted);
  void revoke_permission(const tenon::provider_context& ctx, const tenon::revoke_permission_request& wanted);
  [[nodiscard]] std::vector<tenon::permission> list_permissions(const tenon::provider_context& ctx,
                                                                const tenon::resource& thing) const;

 private:
  permission_store grants_;
  clock now_;
};

}  // namespace tenon_local
