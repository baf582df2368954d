// expect: malformed_name: the name `Notes` in a manifest has a capital letter.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "Notes", .version = "1.0.0"};
};

tenon::app<notes> composition;
