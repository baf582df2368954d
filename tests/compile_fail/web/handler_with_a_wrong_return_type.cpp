// expect: unhandled_route: notes lists GET /notes and cannot answer it.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes">;
  using routes = tenon::routes<list>;
  const char* handle(list, const tenon::request&) { return "notes"; }
};

tenon::app<notes> composition;
