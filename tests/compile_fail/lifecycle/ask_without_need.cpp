// expect in body: ask_not_available: notes asks data, which is not among its needs
#include "tenon/app.hpp"

using namespace tenon::literals;

struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(auto& ctx) {
    ctx.wait(ctx.ask("data"_ext, [] {}));
  }
};

tenon::app<notes, data> composition;
