// expect in body: settings_not_available: asks for settings and has none. Give it a public struct settings
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(auto& ctx) { port = ctx.settings().port + ctx.settings().offset; }
  int port = 0;
};

tenon::app<notes> composition;
