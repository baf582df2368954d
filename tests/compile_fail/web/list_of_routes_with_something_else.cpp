// expect: not_a_route: notes has something in its list of routes, at place 2, that is no route. Write tenon::get<`/path`>
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes">;
  using routes = tenon::routes<list, tenon::blocking>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes> composition;
