// expect: not_an_event: notes emits note.made, and that has a fail_closed or may_be_unheard that is no constant: write static constexpr bool in front of it.
#include "tenon/app.hpp"

struct made {
  static constexpr std::string_view name = "note.made";
  bool fail_closed = true;
  bool allow = true;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<made>;
  void on(const made&) {}
};
tenon::app<notes> composition;
