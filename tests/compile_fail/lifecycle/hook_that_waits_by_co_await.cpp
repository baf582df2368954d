// expect in body: coroutine_of_nobody: notes waits by co_await in a member that returns void, such as a hook or an on, so nobody would know when that has ended. Write ctx.wait(...) there, or return a tenon::task where that is allowed: from a handler of a route.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  tenon::task<int> count() { co_return 1; }
  void on_start(auto&) { counted = co_await count(); }
  int counted = 0;
};
tenon::app<notes> composition;
