// expect: function_not_callable: notes lists the function greet and does not do it. Give it a public std::string call(const greet&), or with auto& ctx behind it
#include "tenon/app.hpp"

struct greet {
  static constexpr auto function = tenon::function{.name = "greet"};
  std::string subject{};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using functions = tenon::functions<greet>;
  std::string call(greet& arguments) { return arguments.subject; }
};

tenon::app<notes> composition;
