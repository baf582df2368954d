// expect: hook_not_callable: notes has a member on_put that the app cannot call as a hook. Make it public and write tenon::response on_put(const tenon::request&)
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  tenon::response on_put(int) { return tenon::response::empty(); }
};

tenon::app<notes> composition;
