// expect: not_an_event: door emits greeted, and that is no event: make it an aggregate with static constexpr std::string_view name
#include "tenon/app.hpp"

struct greeted {
  int id = 0;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(const greeted&) {}
};
tenon::app<door, notes> app;
