// expect in body: settings_not_available: asks for settings and has none. Give it a public struct settings
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  explicit notes(const tenon::boot<notes>& boot) : port(boot.settings().port) {}
  int port;
};

tenon::app<notes> composition;
