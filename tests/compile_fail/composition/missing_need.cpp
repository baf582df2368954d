// expect: missing_need: notes 1.0.0 needs data 1.x.x, and this composition has none of that name
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data", "1.x.x"}}};
};

tenon::app<notes> composition;
