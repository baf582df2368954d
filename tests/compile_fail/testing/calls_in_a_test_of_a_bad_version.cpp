// expect in body: malformed_version: library has the version `1.0` in its manifest. Write three numbers, as in 1.2.3.
#include "library.hpp"
#include "tenon/testing/harness.hpp"

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "1.0"};
  using functions = tenon::functions<add_book>;
  book call(const add_book& added) { return {1, added.title}; }
};

int books_in_a_test() {
  tenon::testing::harness<library> on;
  return on.call("lend"_fn, {.title = "Emma"}).id;
}
