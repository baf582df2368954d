// expect: unreadable_type: function greet of greeter: greet.subject is a view and would point into a text that is gone: use std::string
#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "greet"};
  std::string_view subject = "World";
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using functions = tenon::functions<greet>;
  void call(const greet&) {}
};

tenon::app<greeter> composition;
