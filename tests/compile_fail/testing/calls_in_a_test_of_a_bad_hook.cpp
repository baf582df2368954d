// expect in body: hook_not_callable: library has a member on_start that the app cannot call as a hook
#include "library.hpp"
#include "tenon/testing/harness.hpp"

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "1.0.0"};
  using functions = tenon::functions<add_book>;
  void on_start(int) {}
  book call(const add_book& added) { return {1, added.title}; }
};

int books_in_a_test() {
  tenon::testing::harness<library> on;
  return on.call("lend"_fn, {.title = "Emma"}).id;
}
