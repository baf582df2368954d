// expect: malformed_interface: driver some of greeter is of greets: method greet:
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {
    static constexpr auto method = tenon::driver_method{.name = "greet"};
    using result = void;
    int* subject = nullptr;
  };
  using methods = tenon::methods<greet>;
};
using some = tenon::driver<"some", greets>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<some>;
};

tenon::app<greeter> composition;
