// expect: misshapen_member: greeter has a check that nobody would ask: it is asked before there is an object, and gives one sentence for each mistake. Make it a public static std::vector<std::string> check(const settings&, const tenon::environment&)
#include "tenon/app.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  struct settings {
    std::string greeting = "Hello";
  };
  static std::string check(const settings&, const tenon::environment&) { return "no"; }
};
tenon::app<greeter> composition;
