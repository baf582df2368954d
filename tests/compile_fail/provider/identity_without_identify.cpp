// expect: not_a_backend_extension: acme stands behind the alias extension_impl and lacks identity: tenon::passport identify
#include "tenon/app.hpp"

#include "whole_keys.hpp"

struct people {};
struct acme {
  static constexpr auto manifest = tenon::manifest{.name = "acme", .version = "1.0.0"};
  keys api_key;
  people identity;
};

tenon::app<tenon::implementation<acme>> composition;
