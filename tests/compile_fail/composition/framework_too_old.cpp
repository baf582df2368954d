// expect: version_mismatch: notes 1.0.0 needs tenon 99.x.x, and this composition has tenon 0.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"tenon", "99.x.x"}}};
};

tenon::app<notes> composition;
