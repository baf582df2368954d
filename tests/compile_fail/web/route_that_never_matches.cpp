// expect: shadowed_route: tasks serves GET /items/{task}, which can never match: GET /items/{note} of notes matches the same paths. Leave one of the two out
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using one = tenon::get<"/items/{note}">;
  using routes = tenon::routes<one>;
  tenon::response handle(one, const tenon::request&) { return tenon::response::text("here"); }
};

struct tasks {
  static constexpr auto manifest = tenon::manifest{.name = "tasks", .version = "1.0.0"};
  using one = tenon::get<"/items/{task}">;
  using routes = tenon::routes<one>;
  tenon::response handle(one, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes, tasks> composition;
