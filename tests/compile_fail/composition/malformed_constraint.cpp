// expect: malformed_version: notes needs tenon `^1.2`, which is no version constraint.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"tenon", "^1.2"}}};
};

tenon::app<notes> composition;
