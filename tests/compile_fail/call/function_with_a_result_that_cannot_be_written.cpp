// expect: unreadable_type: function greet of greeter: a value of type void
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "greet"};
  std::string subject = "World";
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using functions = tenon::functions<greet>;
  void* call(const greet&) { return nullptr; }
};

tenon::app<greeter> composition;
