// expect in body: import_not_available: notes imports data, which is not among its needs
#include "tenon/app.hpp"

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(auto& ctx) { count = ctx.find("data"_ext)->count(); }
  int count = 0;
};

tenon::app<notes, data> composition;
