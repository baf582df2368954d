// expect: not_an_event: door emits user.greeted, and that has a heard_by that nobody would tell: make it void heard_by(std::string_view extension).
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int last = 0;
  void heard_by(int extension) { last = extension; }
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
  void on(const greeted&) {}
};
tenon::app<door> app;
