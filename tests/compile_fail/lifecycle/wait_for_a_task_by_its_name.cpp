// expect in body: not_a_task_to_wait_for: notes waits for a task by its name, and whoever waits for one takes it over. Write ctx.wait(std::move(it)), and keep it without const; or give it the call that makes the task.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  tenon::task<int> count() { co_return 1; }
  void on_start(auto& ctx) {
    auto counting = count();
    counted = ctx.wait(counting);
  }
  int counted = 0;
};
tenon::app<notes> composition;
