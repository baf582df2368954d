// expect in body: import_not_available: notes imports data, which is not among its needs
#include "tenon/app.hpp"

using namespace tenon::literals;

struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = int;
  int& exported() { return value; }
  int value = 0;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(auto& ctx) { [[maybe_unused]] auto& imported = ctx.import("data"_ext); }
};

tenon::app<notes, data> composition;
