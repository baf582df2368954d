// expect: not_an_event: door emits User.Greeted, and that has a name that is none
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "User.Greeted";
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
