// expect: malformed_interface: driver some of greeter is of greets: two of its methods are named greet
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {
    static constexpr auto method = tenon::driver_method{.name = "greet"};
    using result = void;
  };
  struct welcome {
    static constexpr auto method = tenon::driver_method{.name = "greet"};
    using result = void;
  };
  using methods = tenon::methods<greet, welcome>;
};
using some = tenon::driver<"some", greets>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<some>;
};

tenon::app<greeter> composition;
