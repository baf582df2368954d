// expect: duplicate_event: two events are named user.greeted: welcomed, which notes listens to, and greeted, which is emitted. Rename one of them, or listen to the other.
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
};
struct welcomed {
  static constexpr std::string_view name = "user.greeted";
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using listens = tenon::listens<welcomed>;
  void on(const welcomed&) {}
};
tenon::app<door, notes> app;
