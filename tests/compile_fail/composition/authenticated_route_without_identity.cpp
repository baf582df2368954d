// expect: malformed_route: club has the route GET /lounge with an option on who may, and does not need identity
#include "tenon/app.hpp"

#include "tenon/word/response.hpp"

struct club {
  static constexpr auto manifest = tenon::manifest{.name = "club", .version = "1.0.0"};
  using lounge = tenon::get<"/lounge", tenon::authenticated>;
  using routes = tenon::routes<lounge>;
  tenon::response handle(lounge, const tenon::request&) { return tenon::response::text("quiet"); }
};

tenon::app<club> composition;
