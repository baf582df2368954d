// expect: duplicate_route: notes serves GET /notes twice. Leave one of the two out
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes">;
  using routes = tenon::routes<list, list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes> composition;
