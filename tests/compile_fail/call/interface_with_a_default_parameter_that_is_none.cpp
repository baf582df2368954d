// expect: malformed_interface: driver some of greeter is of greets: method greet has no argument that is called whom outside, so it cannot be the default parameter
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {
    static constexpr auto method = tenon::driver_method{.name = "greet", .default_parameter = "whom"};
    using result = void;
    std::string subject = "World";
  };
  using methods = tenon::methods<greet>;
};

#include "drives_greets.hpp"
