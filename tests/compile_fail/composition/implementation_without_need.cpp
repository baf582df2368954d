// expect in body: import_not_available: notes imports extension_impl, which is not among its needs
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(auto& ctx) { keys = ctx.impl().api_key.count(); }
  int keys = 0;
};

tenon::app<notes> composition;
