// expect: duplicate_interface: greeting and other_greeting are both interfaces named hello-world: greeter drives the one, second_greeter the other
#include "tenon/app.hpp"

#include "greeter.hpp"

struct other_greeting : greeting {};
using other = tenon::driver<"other", other_greeting>;
struct second_greeter {
  static constexpr auto manifest = tenon::manifest{.name = "second_greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<other>;
  std::string call(other, const greeting::greet& arguments) { return arguments.subject; }
  void call(other, const greeting::leave&) {}
};

tenon::app<greeter, second_greeter> composition;
