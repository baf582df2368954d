// expect: not_a_backend_extension: acme stands behind the alias extension_impl and lacks permissions: tenon::permission_check check_permission(
#include "tenon/app.hpp"

#include "whole_keys.hpp"

struct grants {};
struct acme {
  static constexpr auto manifest = tenon::manifest{.name = "acme", .version = "1.0.0"};
  keys api_key;
  grants permissions;
};

tenon::app<tenon::implementation<acme>> composition;
