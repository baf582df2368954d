// expect: malformed_interface: driver some of greeter is of greets: method greet:
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {
    static constexpr auto method = tenon::driver_method{.name = "greet"};
    using result = void*;
  };
  using methods = tenon::methods<greet>;
};

#include "drives_greets.hpp"
