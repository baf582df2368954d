// expect: unhandled_route: notes lists POST /notes/{id} and cannot answer it. Give it a public tenon::response handle(ROUTE, const tenon::request&)
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes">;
  using change = tenon::post<"/notes/{id}">;
  using routes = tenon::routes<list, change>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes> composition;
