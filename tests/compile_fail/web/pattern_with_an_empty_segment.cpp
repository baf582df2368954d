// expect: malformed_route: notes has the route GET `/notes//all`, a pattern that has an empty segment; write one slash, not two.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes//all">;
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
