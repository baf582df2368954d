// expect: settings_not_an_aggregate: notes has settings that are no aggregate, so nobody can fill them in by name. Remove the constructors
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  struct settings {
    settings() = default;
    int port = 8080;
  };
  explicit notes(const tenon::boot<notes>& boot) : port(boot.settings().port) {}
  void on_start(auto& ctx) { port = ctx.settings().port; }
  int port;
};

tenon::app<notes> composition;
