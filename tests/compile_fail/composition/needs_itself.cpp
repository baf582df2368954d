// expect: circular_need: in a circle: a -> a.
#include "tenon/app.hpp"

struct a {
  static constexpr auto manifest = tenon::manifest{.name = "a", .version = "1.0.0", .needs = {{"a"}}};
};

tenon::app<a> composition;
