// expect in body: import_not_available: notes imports tenon, which itself exports nothing
#include "tenon/app.hpp"

using namespace tenon::literals;

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"tenon"}}};
  void on_start(auto& ctx) { count = ctx.find("tenon"_ext)->count(); }
  int count = 0;
};

tenon::app<notes> composition;
