// expect in body: import_not_available: notes imports data, which exports nothing.
#include "tenon/app.hpp"

using namespace tenon::literals;

struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
};
struct notes {
  static constexpr auto manifest =
      tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data", "1.x.x", tenon::optional}}};
  void on_start(auto& ctx) { count = ctx.find("data"_ext)->count(); }
  int count = 0;
};

tenon::app<notes, data> composition;
