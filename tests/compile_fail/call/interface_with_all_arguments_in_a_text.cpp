// expect: malformed_interface: driver some of greeter is of greets: method greet has no argument that is called subject outside and may be an object, so it cannot have all arguments
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {
    static constexpr auto method = tenon::driver_method{.name = "greet", .all_arguments = "subject"};
    using result = void;
    std::string subject = "World";
  };
  using methods = tenon::methods<greet>;
};

#include "drives_greets.hpp"
