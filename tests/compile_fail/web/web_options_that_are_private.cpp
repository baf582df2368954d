// expect: not_a_route: notes has a member type `web_options` that is private or no tenon::web_options<...>. Write using web_options = tenon::web_options<tenon::authenticated>; in public, or give it another name.
#include "tenon/app.hpp"

#include "tenon/extension.hpp"

class notes {
  using web_options = tenon::web_options<tenon::blocking>;

 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  tenon::response on_get(const tenon::request&) { return tenon::response::text("notes"); }
};

tenon::app<notes> composition;
