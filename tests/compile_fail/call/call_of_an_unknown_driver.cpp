// expect in body: unknown_driver: guest calls the driver no-frils of hello-world, and nobody in this composition has such a driver; the nearest is no-frills
#include "tenon/app.hpp"

#include "greeter.hpp"

using no_frils = tenon::driver<"no-frils", greeting>;
struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0", .needs = {{"greeter"}}};
  void on_start(auto& ctx) { ctx.call(no_frils{}, greeting::greet{}); }
};

tenon::app<greeter, guest> composition;
