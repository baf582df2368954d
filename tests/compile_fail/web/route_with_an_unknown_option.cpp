// expect: malformed_route: notes has the route POST /notes with the option idempotent, which is none. Leave it out
#include "tenon/app.hpp"

struct idempotent {};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using create = tenon::post<"/notes", tenon::blocking, idempotent>;
  using routes = tenon::routes<create>;
  tenon::response handle(create, const tenon::request&) { return tenon::response::text("made"); }
};

tenon::app<notes> composition;
