// The least type that satisfies PermissionsProvider. It keeps its grants in memory.
#pragma once

#include <algorithm>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/concepts/permissions_provider.hpp"
#include "tenon/word/error.hpp"

namespace tenon::testing {

// Any thread.
class permissions_provider_archetype {
 public:
  permission_check check_permission(const provider_context&, std::string_view user_id, const resource& thing) {
    std::scoped_lock lock(mutex_);
    const auto found = find(user_id, thing);
    if (found == grants_.end()) return {};
    return {.has_access = true, .level = found->level};
  }

  void grant_permission(const provider_context&, const grant_permission_request& wanted) {
    std::scoped_lock lock(mutex_);
    const auto owner = owner_of(wanted.resource);
    if (owner == grants_.end()) {
      const bool makes_owner = wanted.level == permission_level::owner;
      const std::string& first = makes_owner ? wanted.user_id : wanted.granted_by;
      grants_.push_back({wanted.resource, first, permission_level::owner});
      if (first != wanted.user_id) grants_.push_back({wanted.resource, wanted.user_id, permission_level::writer});
      return;
    }
    if (owner->user_id != wanted.granted_by) throw error(error_type::access_denied, "only the owner grants");
    if (owner->user_id == wanted.user_id && wanted.level == permission_level::owner) return;
    if (owner->user_id == wanted.user_id || wanted.level == permission_level::owner)
      throw error(error_type::invalid_request, "there is one owner, and it stays");
    if (find(wanted.user_id, wanted.resource) == grants_.end())
      grants_.push_back({wanted.resource, wanted.user_id, permission_level::writer});
  }

  void revoke_permission(const provider_context&, const revoke_permission_request& wanted) {
    std::scoped_lock lock(mutex_);
    const auto owner = owner_of(wanted.resource);
    if (owner == grants_.end()) throw error(error_type::not_found, "no such resource");
    if (owner->user_id != wanted.revoked_by) throw error(error_type::access_denied, "only the owner revokes");
    if (owner->user_id == wanted.user_id) throw error(error_type::invalid_request, "the owner stays");
    const auto gone = find(wanted.user_id, wanted.resource);
    if (gone == grants_.end()) throw error(error_type::not_found, "no such grant");
    grants_.erase(gone);
  }

  std::vector<permission> list_permissions(const provider_context&, const resource& thing) {
    std::scoped_lock lock(mutex_);
    std::vector<permission> out;
    for (const grant& one : grants_)
      if (one.thing == thing) out.push_back({.user_id = one.user_id, .level = one.level});
    return out;
  }

 private:
  // Of one resource, the owner's was made first.
  struct grant {
    resource thing;
    std::string user_id;
    permission_level level;
  };

  std::vector<grant>::iterator find(std::string_view user_id, const resource& thing) {
    return std::find_if(grants_.begin(), grants_.end(),
                        [&](const grant& one) { return one.thing == thing && one.user_id == user_id; });
  }
  std::vector<grant>::iterator owner_of(const resource& thing) {
    return std::find_if(grants_.begin(), grants_.end(),
                        [&](const grant& one) { return one.thing == thing && one.level == permission_level::owner; });
  }

  std::mutex mutex_;
  std::vector<grant> grants_;
};

static_assert(PermissionsProvider<permissions_provider_archetype>);

}  // namespace tenon::testing
