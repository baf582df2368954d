// expect: missing_need: this composition has no implementation behind that alias. Set TENON_EXTENSION_IMPL
#include "tenon/app.hpp"

struct api {
  static constexpr auto manifest = tenon::manifest{.name = "api", .version = "1.0.0", .needs = {{"extension_impl"}}};
};

tenon::app<api> composition;
