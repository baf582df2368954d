// expect: duplicate_name: two extensions are named notes (number 1 and number 2 of the list).
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
};
struct other_notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "2.0.0"};
};

tenon::app<notes, other_notes> composition;
