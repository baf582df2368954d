// expect in body: import_not_available: notes uses data, which is not in this composition
#include "tenon/app.hpp"

using namespace tenon::literals;

struct notes {
  static constexpr auto manifest =
      tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data", "1.x.x", tenon::optional}}};
  void on_start(auto& ctx) { count = ctx.find("data"_ext)->count(); }
  int count = 0;
};

tenon::app<notes> composition;
