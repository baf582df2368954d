// expect: malformed_driver: greeter lets its driver seldom be called so often in 0 seconds, which limits nothing
#include "tenon/app.hpp"

#include "greeting.hpp"

using seldom = tenon::driver<"seldom", greeting, {.most_calls = 1, .within_seconds = 0}>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<seldom>;
  std::string call(seldom, const greeting::greet& arguments) { return arguments.subject; }
  void call(seldom, const greeting::leave&) {}
};

tenon::app<greeter> composition;
