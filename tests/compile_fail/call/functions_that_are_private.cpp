// expect: not_a_function: greeter has a member type functions that is private, so nothing in it could be called
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "greet"};
  std::string subject = "World";
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};

 private:
  using functions = tenon::functions<greet>;
};

tenon::app<greeter> composition;
