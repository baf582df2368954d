// expect in body: unknown_driver: guest calls the driver no-frills of hello-world by a type with other options than greeter lists it with
#include "tenon/app.hpp"

#include "greeter.hpp"

using its_own = tenon::driver<"no-frills", greeting, {.doc = "Mine."}>;
struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0", .needs = {{"greeter"}}};
  void on_start(auto& ctx) { ctx.call(its_own{}, greeting::greet{}); }
};

tenon::app<greeter, guest> composition;
