// expect: listener_not_callable: notes has an on for user.greeted that takes it by value, returns something, is static or has a & behind it. Write void on(greeted&)
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int id = 0;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(greeted) {}
};
tenon::app<door, notes> app;
