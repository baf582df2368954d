// expect: version_mismatch: notes 1.0.0 needs data 1.x.x, and this composition has data_cluster 2.0.0 in its place, by a redirect. Take a version of data_cluster that fits
#include "tenon/app.hpp"

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
struct data_cluster {
  static constexpr auto manifest = tenon::manifest{.name = "data_cluster", .version = "2.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data", "1.x.x"}}};
  void on_start(auto& ctx) { count = ctx.import("data"_ext).count(); }
  int count = 0;
};

tenon::app<tenon::redirect<"data", "data_cluster">, notes, data_cluster> composition;
