// expect: malformed_route: notes has the route GET `/notes/{path...}/parts`, a pattern that has a segment after {...}, which takes all the rest; it must be the last.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes/{path...}/parts">;
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
