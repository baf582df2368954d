// expect: not_a_backend_extension: acme stands behind the alias extension_impl and lacks a member api_key, an ApiKeyProvider. Add it, public.
#include "tenon/app.hpp"

struct acme {
  static constexpr auto manifest = tenon::manifest{.name = "acme", .version = "1.0.0"};
};

tenon::app<tenon::implementation<acme>> composition;
