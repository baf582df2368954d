// expect: unhandled_route: notes marks its hooks as tenon::blocking, and its on_get returns a task, which never blocks. Drop one of the two.
#include "tenon/app.hpp"

#include "tenon/extension.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using web_options = tenon::web_options<tenon::blocking>;
  tenon::task<tenon::response> on_get(const tenon::request&) { co_return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
