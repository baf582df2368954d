// expect: malformed_route: notes has the route GET /notes with the option tenon::subdomain<
#include "tenon/app.hpp"

#include "tenon/extension.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes", tenon::subdomain<"api">, tenon::subdomain<"www">>;
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
