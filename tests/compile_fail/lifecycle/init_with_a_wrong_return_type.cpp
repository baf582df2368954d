// expect: hook_not_callable: notes has a member on_init that the app cannot call as a hook.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  bool on_init() { return true; }
};

tenon::app<notes> composition;
