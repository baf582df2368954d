// expect in body: unknown_driver: guest calls the driver no-frills of hello-world by a type with other options than greeter lists it with
#include "tenon/app.hpp"

#include "greeting.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<no_frills>;
  std::string call(no_frills, const greeting::greet& arguments) { return arguments.subject; }
  void call(no_frills, const greeting::leave&) {}
};
using its_own = tenon::driver<"no-frills", greeting, {.doc = "Mine."}>;
struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0", .needs = {{"greeter"}}};
  void on_start(auto& ctx) { ctx.call(its_own{}, greeting::greet{}); }
};

tenon::app<greeter, guest> composition;
