// expect: hook_not_callable: notes has a member on_start that the app cannot call as a hook. Make it public and write void on_start() or void on_start(auto& ctx)
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  tenon::task<int> count() { co_return 1; }
  tenon::task<void> on_start(auto&) { counted = co_await count(); }
  int counted = 0;
};
tenon::app<notes> composition;
