// expect: malformed_route: notes has the route POST /notes with the option tenon::rate_limit<0, 30>, which would let nothing in. Give it numbers above 0, or leave it out.
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using create = tenon::post<"/notes", tenon::rate_limit<0, 30>>;
  using routes = tenon::routes<create>;
  tenon::response handle(create, const tenon::request&) { return tenon::response::text("made"); }
};

tenon::app<notes> composition;
