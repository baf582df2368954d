// expect: driver_without_method: greeter lists the driver no-frills of the interface hello-world and does not do leave
#include "tenon/app.hpp"

#include "greeting.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<no_frills>;
  std::string call(no_frills, const greeting::greet& arguments) { return arguments.subject; }

 private:
  void call(no_frills, const greeting::leave&) {}
};

tenon::app<greeter> composition;
