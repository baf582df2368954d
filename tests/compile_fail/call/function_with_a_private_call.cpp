// expect: function_not_callable: greeter lists the function greet and does not do it. Give it a public std::string call(const greet&)
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "greet"};
  std::string subject = "World";
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using functions = tenon::functions<greet>;

 private:
  std::string call(const greet& arguments) { return arguments.subject; }
};

tenon::app<greeter> composition;
