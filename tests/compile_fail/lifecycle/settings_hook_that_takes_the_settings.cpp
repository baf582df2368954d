// expect: hook_not_callable: notes has a member on_settings that the app cannot call as a hook.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  struct settings {
    int most = 10;
  };
  void on_settings(const settings&) {}
};

tenon::app<notes> composition;
