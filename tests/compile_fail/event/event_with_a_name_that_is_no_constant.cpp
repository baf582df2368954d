// expect: not_an_event: notes emits made, and that is no event: make it an aggregate with static constexpr std::string_view name = `some.name`;.
#include "tenon/app.hpp"

struct made {
  std::string_view name = "note.made";
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<made>;
};
tenon::app<notes> composition;
