// A composition in a program without exceptions: it starts, answers, and stops. There is no GoogleTest without
// exceptions, so it says by its exit code at which step it failed.
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

namespace {

int steps = 0, posted = 0;  // written by one thread each, and read when that is gone

struct greeted {
  static constexpr std::string_view name = "greeted";
};
struct greeting {
  static constexpr auto manifest = tenon::manifest{.name = "greeting", .version = "1.0.0"};
  using greet = tenon::get<"/greet">;
  using routes = tenon::routes<greet>;

  using emits = tenon::events<greeted>;

  void on_start(auto& ctx) {
    ctx.emit(greeted{});
    ctx.post([] { ++posted; });
  }
  void on(greeted&) { ++steps; }
  void on_stop() { ++steps; }
  tenon::response handle(greet, const tenon::request&) { return tenon::response::text("Hello"); }
};

}  // namespace

int main() {
  tenon::app<greeting> app;
  if (!app.start() || steps != 1) return 1;
  tenon::exchange one;
  one.request.path = "/greet";
  const tenon::door door = app.door();
  if (!door.handle(door.app, one) || one.response.status != 200) return 2;
  one.request.path = "/nowhere";
  if (!door.handle(door.app, one) || one.response.status != 404) return 3;
  app.stop();
  return steps == 2 && posted == 1 ? 0 : 4;
}
