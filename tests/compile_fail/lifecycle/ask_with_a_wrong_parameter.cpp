// expect in body: work_not_callable: notes asks data something that cannot be called.
#include "tenon/app.hpp"

using namespace tenon::literals;

struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = data;
  data& exported() { return *this; }
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data"}}};
  void on_start(auto& ctx) {
    ctx.wait(ctx.ask("data"_ext, [](int) {}));
  }
};

tenon::app<notes, data> composition;
