// expect: unlisted_route: notes has a member type `routes` that is private, so nothing in it would be served. Make routes public
#include "tenon/app.hpp"

class notes {
  using list = tenon::get<"/notes">;
  using routes = tenon::routes<list>;

 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes> composition;
