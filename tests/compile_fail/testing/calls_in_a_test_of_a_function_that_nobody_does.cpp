// expect in body: function_not_callable: library lists the function lend and does not do it.
#include "library.hpp"
#include "tenon/testing/harness.hpp"

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "1.0.0"};
  using functions = tenon::functions<add_book>;
};

// What it gives, nobody knows.
bool adds_a_book() {
  tenon::testing::harness<library> on;
  const book added = on.call("lend"_fn, {.title = "Emma"});
  return added.id == 1 && on.call("findBook"_fn) == 1 && on.call_as(tenon::actor{}, "findBook"_fn) == 1;
}
