// expect: duplicate_function: greeter has two functions named greet. Rename one of them, or take it out of the list.
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "greet"};
};
struct greet_again {
  static constexpr auto function = tenon::function{.name = "greet"};
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using functions = tenon::functions<greet, greet_again>;
  void call(const greet&) {}
  void call(const greet_again&) {}
};

tenon::app<greeter> composition;
