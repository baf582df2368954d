// expect: settings_not_an_aggregate: notes has settings with a member that is a reference, or a constant without a value, so nobody can fill it in. Make it a value of its own, without & and const
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  struct settings {
    const int most;
  };
};

tenon::app<notes> composition;
