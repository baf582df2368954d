// expect: malformed_interface: driver some of greeter is of greets: its name `hello world` has a character other than letters, digits, _ and -. Write it as in hello-world
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello world"};
  using methods = tenon::methods<>;
};

#include "drives_greets.hpp"
