// expect: malformed_function: greeter has a function named `say hello`, a name that has a character other than letters, digits and _. Write it as in helloWorld.
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "say hello"};
  std::string subject = "World";
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using functions = tenon::functions<greet>;
  std::string call(const greet& arguments) { return arguments.subject; }
};

tenon::app<greeter> composition;
