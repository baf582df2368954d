// expect in body: import_not_available: notes imports data in on_preinit, before the on_init of data has made ready
// what it exports.
#include "tenon/app.hpp"

using namespace tenon::literals;

struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = data;
  data& exported() { return *this; }
  int size = 0;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data"}}};
  void on_preinit(auto& ctx) { ctx.import("data"_ext).size = 1; }
};

tenon::app<notes, data> composition;
