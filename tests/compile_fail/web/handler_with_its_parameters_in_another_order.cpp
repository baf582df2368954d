// expect: unhandled_route: notes lists GET /notes and cannot answer it. Give it a public tenon::response handle(ROUTE, const tenon::request&), or with auto& ctx as third parameter
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes">;
  using routes = tenon::routes<list>;
  tenon::response handle(const tenon::request&, list) { return {}; }
};

tenon::app<notes> composition;
