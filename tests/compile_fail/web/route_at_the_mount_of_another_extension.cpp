// expect: duplicate_route: tasks serves GET /notes, and so does notes by its on_get. Leave one of the two out, or give it another path.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  tenon::response on_get(const tenon::request&) { return tenon::response::text("here"); }
};

struct tasks {
  static constexpr auto manifest = tenon::manifest{.name = "tasks", .version = "1.0.0"};
  using notes_of_task = tenon::get<"/notes">;
  using routes = tenon::routes<notes_of_task>;
  tenon::response handle(notes_of_task, const tenon::request&) { return tenon::response::text("here"); }
};

tenon::app<notes, tasks> composition;
