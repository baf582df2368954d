// expect: listener_not_callable: notes listens to a pattern that covers user.greeted and cannot be told. Give it a public void on_any(auto& event)
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
  using listens = tenon::listens<tenon::pattern<"user.*">>;
  void on_any(auto&, int) {}
};
tenon::app<door, notes> app;
