// expect: duplicate_route: tasks serves GET /items on the subdomain API, and so does notes. Leave one of the two out, or give it another path.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using everywhere = tenon::get<"/items">;
  using list = tenon::get<"/items", tenon::subdomain<"api">>;
  using routes = tenon::routes<everywhere, list>;
  tenon::response handle(everywhere, const tenon::request&) { return tenon::response::text("here"); }
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
};

struct tasks {
  static constexpr auto manifest = tenon::manifest{.name = "tasks", .version = "1.0.0"};
  using list = tenon::get<"/items", tenon::subdomain<"API">>;
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes, tasks> composition;
