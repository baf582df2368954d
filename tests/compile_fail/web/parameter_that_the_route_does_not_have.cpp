// expect in body: unknown_parameter: the route GET /shelves/{shelf}/books/{id} is asked for title, and it has the parameters shelf, id. Correct the name, or write {title} into the pattern.
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "1.0.0"};
  using show = tenon::get<"/shelves/{shelf}/books/{id}">;
  using routes = tenon::routes<show>;
  tenon::response handle(show route, const tenon::request&) {
    const std::string id = route.at<"title">();
    return tenon::response::text(id);
  }
};

tenon::app<library> composition;
