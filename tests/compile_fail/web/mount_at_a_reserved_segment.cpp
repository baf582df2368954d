// expect: reserved_route: api has web-handler hooks, which would be mounted at /api, and there the framework answers itself. List routes instead, or rename the extension.
#include "tenon/app.hpp"

struct api {
  static constexpr auto manifest = tenon::manifest{.name = "api", .version = "1.0.0"};
  tenon::response on_get(const tenon::request&) { return tenon::response::text("api"); }
};

tenon::app<api> composition;
