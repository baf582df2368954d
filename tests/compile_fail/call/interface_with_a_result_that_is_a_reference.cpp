// expect: malformed_interface: driver some of greeter is of greets: the result of its method greet is const or a reference
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {
    static constexpr auto method = tenon::driver_method{.name = "greet"};
    using result = const std::string&;
  };
  using methods = tenon::methods<greet>;
};
using some = tenon::driver<"some", greets>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<some>;
  const std::string& call(some, const greets::greet&) { return text; }
  std::string text;
};

tenon::app<greeter> composition;
