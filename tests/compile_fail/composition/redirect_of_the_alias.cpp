// expect: reserved_redirect: extension_impl is redirected to data_cluster, and it is the alias of the implementation. Take the redirect out, and set TENON_EXTENSION_IMPL
#include "tenon/app.hpp"

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
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

tenon::app<tenon::redirect<"extension_impl", "data_cluster">, notes, data, data_cluster> composition;
