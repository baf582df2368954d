// expect: redirect_not_available: data is redirected to data_cluster, which exports nothing. Give data_cluster
#include "tenon/app.hpp"

using namespace tenon::literals;

struct data_cluster {
  static constexpr auto manifest = tenon::manifest{.name = "data_cluster", .version = "1.0.0"};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data"}}};
  void on_start(auto& ctx) { count = ctx.import("data"_ext).count(); }
  int count = 0;
};

tenon::app<notes, data_cluster, tenon::redirect<"data", "data_cluster">> composition;
