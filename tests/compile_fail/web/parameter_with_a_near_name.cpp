// expect in body: unknown_parameter: the route GET /books/{number} is asked for numbers, and it has the parameter number; the nearest is number.
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "1.0.0"};
  using show = tenon::get<"/books/{number}">;
  using routes = tenon::routes<show>;
  tenon::response handle(show route, const tenon::request&, auto&) {
    return tenon::response::text(route.at<"numbers">().substr(1));
  }
};

tenon::app<library> composition;
