// expect: malformed_name: an extension is named extension_impl, which is the name of something else here.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "extension_impl", .version = "1.0.0"};
};

tenon::app<notes> composition;
