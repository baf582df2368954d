// expect in body: import_not_available: notes uses data, which is not in this composition, and its need of it is optional. Write if constexpr (auto found = ctx.find(`data`_ext)) and use it as found->... in there, or take tenon::optional
#include "tenon/app.hpp"

using namespace tenon::literals;

struct notes {
  static constexpr auto manifest =
      tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data", "1.x.x", tenon::optional}}};
  void on_start(auto& ctx) { count = ctx.import("data"_ext).count(); }
  int count = 0;
};

tenon::app<notes> composition;
