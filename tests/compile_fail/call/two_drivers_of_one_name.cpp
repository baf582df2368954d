// expect: duplicate_driver: greeter and second_greeter both have a driver no-frills of hello-world. Rename one of them
#include "tenon/app.hpp"

#include "greeter.hpp"

struct second_greeter : greeter {
  static constexpr auto manifest = tenon::manifest{.name = "second_greeter", .version = "1.0.0"};
};

tenon::app<greeter, second_greeter> composition;
