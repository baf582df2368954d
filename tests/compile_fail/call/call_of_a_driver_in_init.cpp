// expect in body: call_too_early: guest calls no-frills in on_init, before anybody has started
#include "tenon/app.hpp"

#include "greeting.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<no_frills>;
  std::string call(no_frills, const greeting::greet& arguments) { return arguments.subject; }
  void call(no_frills, const greeting::leave&) {}
};
struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0", .needs = {{"greeter"}}};
  void on_init(auto& ctx) { ctx.call(no_frills{}, greeting::greet{}); }
};

tenon::app<greeter, guest> composition;
