// The parts of a provider of permissions, of which a program leaves one out. It includes tenon/app.hpp before this.
#pragma once

#include "whole_keys.hpp"

struct checks {
  tenon::permission_check check_permission(const tenon::provider_context&, std::string_view, const tenon::resource&) {
    return {};
  }
};
struct grants {
  void grant_permission(const tenon::provider_context&, const tenon::grant_permission_request&) {}
};
struct revokes {
  void revoke_permission(const tenon::provider_context&, const tenon::revoke_permission_request&) {}
};
struct lists {
  std::vector<tenon::permission> list_permissions(const tenon::provider_context&, const tenon::resource&) { return {}; }
};
template <class... Operations>
struct permissions_of : Operations... {};
template <class Permissions>
struct provider_of {
  static constexpr auto manifest = tenon::manifest{.name = "acme", .version = "1.0.0"};
  keys api_key;
  Permissions permissions;
};
