// expect in body: call_too_early: guest calls no-frills in on_init, before anybody has started
#include "tenon/app.hpp"

#include "greeter.hpp"

struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0", .needs = {{"greeter"}}};
  void on_init(auto& ctx) { ctx.call(no_frills{}, greeting::greet{}); }
};

tenon::app<greeter, guest> composition;
