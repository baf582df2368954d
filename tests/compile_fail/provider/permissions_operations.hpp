// The parts of a provider of permissions, of which a program leaves one out. It includes tenon/app.hpp before this.
#pragma once

struct keys {
  static constexpr tenon::api_key_capabilities capabilities{};
  bool is_api_key(const tenon::provider_context&) { return false; }
  tenon::passport validate_api_key(const tenon::provider_context&) { return {}; }
  std::string create_api_key(const tenon::authenticated_provider_context&, const tenon::create_api_key_request&) {
    return {};
  }
  tenon::api_key get_api_key(const tenon::authenticated_provider_context&, std::string_view) { return {}; }
  std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context&,
                                            const tenon::list_api_keys_request&) {
    return {};
  }
};
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
