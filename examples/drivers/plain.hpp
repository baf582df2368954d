#pragma once

#include <string>

#include "greets.hpp"

// Drives, and nothing else.
struct plain {
  static constexpr auto manifest = tenon::manifest{.name = "plain", .version = "1.0.0", .doc = "Greets plainly."};
  using drivers = tenon::drivers<no_frills>;

  std::string call(no_frills, const greets::greet& arguments) { return "Hello, " + arguments.subject + "!"; }
};
