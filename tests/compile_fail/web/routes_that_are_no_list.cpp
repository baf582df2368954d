// expect: not_a_route: notes has a member type `routes` that is no tenon::routes<...>. Write using routes = tenon::routes<list, create>;
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using routes = tenon::get<"/notes">;
  tenon::response handle(routes, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes> composition;
