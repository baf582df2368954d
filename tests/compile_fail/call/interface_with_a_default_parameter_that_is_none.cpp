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
using some = tenon::driver<"some", greets>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<some>;
};

tenon::app<greeter> composition;
