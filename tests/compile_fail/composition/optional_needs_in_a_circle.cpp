// expect: circular_need: these extensions need each other in a circle: data -> notes -> data.
#include "tenon/app.hpp"

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
struct data {
  static constexpr auto manifest =
      tenon::manifest{.name = "data", .version = "1.0.0", .needs = {{"notes", "1.x.x", tenon::optional}}};
  using exports = store;
  store& exported() { return own; }
  store own{};
};
struct notes {
  static constexpr auto manifest =
      tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data", "1.x.x", tenon::optional}}};
  void on_start(auto& ctx) { count = ctx.import("data"_ext).count(); }
  int count = 0;
};

tenon::app<notes, data> composition;
