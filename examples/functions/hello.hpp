#pragma once

#include <string>
#include <tenon/extension.hpp>

// A function is an aggregate of its arguments.
struct hello_world {
  static constexpr auto function =
      tenon::function{.name = "helloWorld", .doc = "Greets somebody.", .no_side_effects = true};
  std::string subject = "World";
};
struct add {
  static constexpr auto function = tenon::function{.name = "add", .doc = "Adds two numbers.", .no_side_effects = true};
  tenon::required<int> a;
  int b = 1;
};

// It has functions and nothing else.
struct hello {
  static constexpr auto manifest = tenon::manifest{.name = "hello", .version = "1.0.0", .doc = "Greets, and can add."};
  using functions = tenon::functions<hello_world, add>;

  std::string call(const hello_world& arguments) { return "Hello, " + arguments.subject + "!"; }
  int call(const add& arguments) { return arguments.a + arguments.b; }
};
