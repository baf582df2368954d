// expect: hook_not_callable: notes has a member on_housekeeping that the app cannot call as a hook.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  static constexpr std::chrono::seconds housekeeping_period{17};
  int on_housekeeping() { return 0; }
};

tenon::app<notes> composition;
