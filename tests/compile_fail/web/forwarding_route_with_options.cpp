// expect: unhandled_route: notes leads GET /old/{path...} on to another route, whose options count. Drop those of this one.
#include "tenon/app.hpp"

#include "tenon/extension.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using old = tenon::get<"/old/{path...}", tenon::blocking>;
  using routes = tenon::routes<old>;
  tenon::forward handle(old, const tenon::request& from) { return tenon::forward(from.path.substr(4)); }
};

tenon::app<notes> composition;
