// expect: malformed_route: notes has web_options and no web-handler hook, so nothing has them. Write them behind the path of each route, as in tenon::get<`/path`, tenon::authenticated>.
#include "tenon/app.hpp"

#include "tenon/extension.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using web_options = tenon::web_options<tenon::blocking>;
  using list = tenon::get<"/notes">;
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
