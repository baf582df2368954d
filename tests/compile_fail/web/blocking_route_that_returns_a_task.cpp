// expect: unhandled_route: notes marks GET /notes as tenon::blocking, and its handler returns a task, which never blocks. Drop one of the two.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes", tenon::blocking>;
  using routes = tenon::routes<list>;
  tenon::task<tenon::response> handle(list, const tenon::request&) { co_return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
