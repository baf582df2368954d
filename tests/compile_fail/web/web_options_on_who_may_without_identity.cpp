// expect: malformed_route: notes has web-handler hooks with an option on who may, and does not need identity, which knows who somebody is. Add {`identity`} to its needs.
#include "tenon/app.hpp"

#include "tenon/extension.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using web_options = tenon::web_options<tenon::authenticated>;
  tenon::response on_get(const tenon::request&) { return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
