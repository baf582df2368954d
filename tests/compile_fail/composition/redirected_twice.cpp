// expect: duplicate_redirect: data is redirected twice: to data_cluster and to data_disk. Take one of the two
#include "tenon/app.hpp"

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
struct data_disk {
  static constexpr auto manifest = tenon::manifest{.name = "data_disk", .version = "1.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
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

tenon::app<tenon::redirect<"data", "data_disk">, tenon::redirect<"data", "data_cluster">, notes, data_disk,
           data_cluster>
    composition;
