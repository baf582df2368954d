// expect: duplicate_event: two events are named user.greeted: greeted, which door emits, and welcomed of porter. Rename one of them.
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int id = 0;
};
struct welcomed {
  static constexpr std::string_view name = "user.greeted";
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
};
struct porter {
  static constexpr auto manifest = tenon::manifest{.name = "porter", .version = "1.0.0"};
  using emits = tenon::events<welcomed>;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(greeted&) {}
};
tenon::app<porter, door, notes> app;
