// expect in body: not_a_task_to_wait_for: notes waits for int, which is no task. Give it what ctx.ask or another function gives that returns a tenon::task.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  int count() { return 1; }
  void on_start(auto& ctx) { counted = ctx.wait(count()); }
  int counted = 0;
};
tenon::app<notes> composition;
