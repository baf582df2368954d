// @description@
// Author: @author@
// Licence: @licence@
#pragma once

#include <string>
#include <tenon/extension.hpp>

// A function is an aggregate of its arguments; docs/functions.md tells what else it can say.
struct @identifier@_hello {
  static constexpr auto function = tenon::function{
      .name = "@function@Hello",
      .doc = "Greets somebody.",
      .no_side_effects = true,
  };
  std::string subject = "World";
};

struct @identifier@ {
  static constexpr auto manifest = tenon::manifest{
      .name = "@name@",
      .version = "@version@",
      .doc = "@doc@",
@needs@
  };

  using says_hello = @identifier@_hello;
  using functions = tenon::functions<says_hello>;

  // Called on the thread of whoever calls, and may overlap with itself.
  std::string call(const says_hello& arguments) { return "Hello, " + arguments.subject + "!"; }
};
