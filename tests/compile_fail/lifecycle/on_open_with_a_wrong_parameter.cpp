// expect: hook_not_callable: notes has a member on_open that the app cannot call as a hook.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_open(int) {}
};

tenon::app<notes> composition;
