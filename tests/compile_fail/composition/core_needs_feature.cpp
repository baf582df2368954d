// expect: core_needs_feature: data is a core extension and needs notes, which starts after all of those.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
};
struct data {
  static constexpr auto manifest =
      tenon::manifest{.name = "data", .version = "1.0.0", .needs = {{"notes"}}, .core = true};
};

tenon::app<notes, data> composition;
