// expect: malformed_route: notes has the route GET /notes through only_text, which cannot be called. Give it a public static std::optional<tenon::response> before(const tenon::request&), or void after(const tenon::request&, tenon::response&), or both, with auto& ctx behind or without.
#include "tenon/app.hpp"

#include "tenon/extension.hpp"

// It says no where it means an answer.
struct only_text {
  static bool before(const tenon::request& from) { return !from.body.empty(); }
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using list = tenon::get<"/notes", tenon::through<only_text>>;
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
