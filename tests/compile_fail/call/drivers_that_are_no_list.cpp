// expect: not_a_driver: greeter has a member type drivers that is no tenon::drivers<...>
#include "tenon/app.hpp"

#include "greeting.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = no_frills;
  std::string call(no_frills, const greeting::greet& arguments) { return arguments.subject; }
  void call(no_frills, const greeting::leave&) {}
};

tenon::app<greeter> composition;
