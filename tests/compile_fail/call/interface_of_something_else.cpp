// expect: malformed_interface: driver some of greeter is of greets: greets::greet among its methods is none. Make it an aggregate of arguments
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {};
  using methods = tenon::methods<greet>;
};

#include "drives_greets.hpp"
