// expect in body: arguments_not_taken: guest calls the driver no-frills of hello-world with int, which is no method of that interface
#include "tenon/app.hpp"

#include "greeter.hpp"

struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0", .needs = {{"greeter"}}};
  void on_start(auto& ctx) { ctx.call(no_frills{}, 7); }
};

tenon::app<greeter, guest> composition;
