// expect in body: ask_not_available: notes asks data in on_init, before data has started. Ask it in on_start or a later
// hook
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
  void on_init(auto& ctx) {
    ctx.wait(ctx.ask("data"_ext, [] {}));
  }
};

tenon::app<notes, data> composition;
