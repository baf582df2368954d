// expect: driver_without_method: greeter lists the driver no-frills of the interface hello-world and does leave with another result than the interface says. Make it void call(DRIVER, const greeting::leave&)
#include "tenon/app.hpp"

#include "greeting.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<no_frills>;
  std::string call(no_frills, const greeting::greet& arguments) { return arguments.subject; }
  int call(no_frills, const greeting::leave&) { return 0; }
};

tenon::app<greeter> composition;
