// expect: malformed_version: notes has the version `1.0` in its manifest. Write three numbers
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0"};
};

tenon::app<notes> composition;
