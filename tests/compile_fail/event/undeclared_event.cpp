// expect in body: undeclared_event: door emits greeted, which it does not declare. Write using emits = tenon::events<greeted>;
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int id = 0;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  void on_start(auto& ctx) {
    if (!ctx.emit(greeted{7}).id) ctx.log().info("nobody");
  }
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(greeted&) {}
};
int main() { tenon::app<door, notes>().start(); }
