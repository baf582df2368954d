// expect: not_a_backend_extension: acme stands behind the alias extension_impl and lacks permissions: tenon::permission_check check_permission(
#include "tenon/app.hpp"

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
struct grants {};
struct acme {
  static constexpr auto manifest = tenon::manifest{.name = "acme", .version = "1.0.0"};
  keys api_key;
  grants permissions;
};

tenon::app<tenon::implementation<acme>> composition;
