// expect: not_an_event: door emits user.greeted, and that is fail_closed and has no member bool allow
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  static constexpr bool fail_closed = true;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(greeted&) {}
};
tenon::app<door, notes> app;
