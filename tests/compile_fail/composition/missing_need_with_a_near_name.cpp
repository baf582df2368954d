// expect: missing_need: the nearest is data. Correct the need, or add date to TENON_EXTENSIONS.
#include "tenon/app.hpp"

struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"date"}}};
};

tenon::app<notes, data> composition;
