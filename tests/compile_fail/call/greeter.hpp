// Who drives it. A program includes tenon/app.hpp before it.
#pragma once

#include <string>

#include "greeting.hpp"

struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using drivers = tenon::drivers<no_frills>;
  std::string call(no_frills, const greeting::greet& arguments) { return arguments.subject; }
  void call(no_frills, const greeting::leave&) {}
};
