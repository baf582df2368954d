// expect: not_a_function: greeter has int in its list of functions, which is none. Make it an aggregate of arguments
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "greet"};
  std::string subject = "World";
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using functions = tenon::functions<int>;
};

tenon::app<greeter> composition;
