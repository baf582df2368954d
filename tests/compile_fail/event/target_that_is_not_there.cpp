// expect in body: event_not_heard: door sends user.greeted to nots, and this composition has none of that name; the nearest is notes
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int id = 0;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
  void on_start(auto& ctx) {
    using namespace tenon::literals;
    ctx.emit_to("nots"_ext, greeted{7});
  }
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(greeted&) {}
};
int main() { tenon::app<door, notes>().start(); }
