// expect: misshapen_member: notes has an on_settings and no settings that could change. Give it a public struct settings, or call the function something else.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_settings() {}
};
tenon::app<notes> composition;
