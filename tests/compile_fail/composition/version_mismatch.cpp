// expect: version_mismatch: notes 1.0.0 needs data 2.x.x, and this composition has data 1.4.0.
#include "tenon/app.hpp"

struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.4.0"};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data", "2.x.x"}}};
};

tenon::app<notes, data> composition;
