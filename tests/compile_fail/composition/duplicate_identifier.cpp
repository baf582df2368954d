// expect: duplicate_name: my-notes and my_notes become the same identifier
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "my-notes", .version = "1.0.0"};
};
struct other_notes {
  static constexpr auto manifest = tenon::manifest{.name = "my_notes", .version = "1.0.0"};
};

tenon::app<notes, other_notes> composition;
