// expect: unhandled_route: notes lists GET /notes and cannot answer it. Give it a public
#include "tenon/app.hpp"

class notes {
 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes">;
  using routes = tenon::routes<list>;

 private:
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes> composition;
