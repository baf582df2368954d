// expect: misshapen_member: notes has a value listens where a type is looked for, so nobody would see it. Write using listens = and its type.
#include "tenon/app.hpp"

struct made {
  static constexpr std::string_view name = "note.made";
  int id = 0;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  static constexpr tenon::listens<made> listens{};
};
tenon::app<notes> composition;
