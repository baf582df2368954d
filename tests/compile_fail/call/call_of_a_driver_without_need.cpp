// expect in body: driver_without_need: guest calls the driver no-frills of hello-world, which is a driver of greeter, and that is not among its needs
#include "tenon/app.hpp"

#include "greeter.hpp"

struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0"};
  void on_start(auto& ctx) { ctx.call(no_frills{}, greeting::greet{}); }
};

tenon::app<greeter, guest> composition;
