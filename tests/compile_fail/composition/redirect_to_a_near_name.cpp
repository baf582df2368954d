// expect: redirect_not_available: data is redirected to data_clutser, and this composition has none of that name; the nearest is data_cluster. Correct the redirect, or add data_clutser to TENON_EXTENSIONS.
#include "tenon/app.hpp"

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
struct data_cluster {
  static constexpr auto manifest = tenon::manifest{.name = "data_cluster", .version = "1.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data"}}};
  void on_start(auto& ctx) { count = ctx.import("data"_ext).count(); }
  int count = 0;
};

tenon::app<tenon::redirect<"data", "data_clutser">, notes, data_cluster> composition;
