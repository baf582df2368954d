// expect: unset_build_variable: Configure with -DTENON_VAR_DATA_VERSIONS=1.x.x.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest =
      tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"tenon", tenon::build_var<"data_versions">}}};
};

tenon::app<notes> composition;
