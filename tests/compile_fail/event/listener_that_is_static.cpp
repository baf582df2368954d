// expect: listener_not_callable: clerk has an on for ticket.sold that takes it by value, returns something, is static or has a &
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct ticket {
  static constexpr std::string_view name = "ticket.sold";
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<ticket>;
  void on(const ticket&) {}
};
struct clerk {
  static constexpr auto manifest = tenon::manifest{.name = "clerk", .version = "1.0.0"};
  static void on(const ticket&) {}
};
tenon::app<door, clerk> app;
