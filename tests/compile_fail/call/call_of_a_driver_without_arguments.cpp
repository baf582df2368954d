// expect in body: arguments_not_taken: guest calls the driver no-frills of hello-world without arguments, which say what method is meant
#include "tenon/app.hpp"

#include "greeter.hpp"

struct guest {
  static constexpr auto manifest = tenon::manifest{.name = "guest", .version = "1.0.0", .needs = {{"greeter"}}};
  void on_start(auto& ctx) { ctx.call(no_frills{}); }
};

tenon::app<greeter, guest> composition;
