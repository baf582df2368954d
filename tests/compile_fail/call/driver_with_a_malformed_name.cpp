// expect: malformed_driver: greeter has a driver named `no frills`, a name that has a character other than letters, digits, _ and -
#include "tenon/app.hpp"

#include "greeting.hpp"

using no_frills_at_all = tenon::driver<"no frills", greeting>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<no_frills_at_all>;
  std::string call(no_frills_at_all, const greeting::greet& arguments) { return arguments.subject; }
  void call(no_frills_at_all, const greeting::leave&) {}
};

tenon::app<greeter> composition;
