// expect: unlisted_route: notes has a member `handle` and lists no routes, so it would never be called. Write using routes
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes">;
  using create = tenon::post<"/notes">;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
  tenon::response handle(create, const tenon::request&, auto&) { return tenon::response::text("made"); }
};

tenon::app<notes> composition;
