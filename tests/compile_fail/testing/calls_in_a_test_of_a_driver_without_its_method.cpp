// expect in body: driver_without_method: library lists the driver counter of the interface lending and does not do lend.
#include "library.hpp"
#include "tenon/testing/harness.hpp"

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "1.0.0"};
  using drivers = tenon::drivers<counter>;
};

int books_in_a_test() {
  tenon::testing::harness<library> on;
  on.call(counter{});
  return on.call(counter{}, lending::lend{.id = 1}).id;
}
