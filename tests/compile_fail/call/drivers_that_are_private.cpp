// expect: not_a_driver: greeter has a member type drivers that is private, so nothing in it could be called
#include "tenon/app.hpp"

#include "greeting.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  std::string call(no_frills, const greeting::greet& arguments) { return arguments.subject; }
  void call(no_frills, const greeting::leave&) {}

 private:
  using drivers = tenon::drivers<no_frills>;
};

tenon::app<greeter> composition;
