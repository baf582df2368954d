// expect: misshapen_member: greeter has remarks that nobody would ask for: they are asked for before there is an object, a sentence each. Make it a public static std::vector<std::string> remarks(const settings&, const tenon::environment&)
#include "tenon/app.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  struct settings {
    std::string greeting = "Hello";
  };
  std::vector<std::string> remarks(const settings&) { return {}; }
};
tenon::app<greeter> composition;
