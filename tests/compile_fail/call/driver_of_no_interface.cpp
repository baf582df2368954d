// expect: malformed_interface: driver some of greeter is of greets: it is none. Give it static constexpr auto interface
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greets {};
using some = tenon::driver<"some", greets>;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<some>;
};

tenon::app<greeter> composition;
