// expect: circular_need: a -> b -> c -> a. Drop one of these needs
#include "tenon/app.hpp"

struct a {
  static constexpr auto manifest = tenon::manifest{.name = "a", .version = "1.0.0", .needs = {{"b"}}};
};
struct b {
  static constexpr auto manifest = tenon::manifest{.name = "b", .version = "1.0.0", .needs = {{"c"}}};
};
struct c {
  static constexpr auto manifest = tenon::manifest{.name = "c", .version = "1.0.0", .needs = {{"a"}}};
};
// Waits for the circle and stands on none: the sentence leaves it out.
struct aside {
  static constexpr auto manifest = tenon::manifest{.name = "aside", .version = "1.0.0", .needs = {{"a"}}};
};

tenon::app<aside, a, b, c> composition;
