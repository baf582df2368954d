// What the programs here call. A program includes tenon/app.hpp before it.
#pragma once

#include <string>

#include "tenon/extension.hpp"

using namespace tenon::literals;

struct hello_world {
  static constexpr auto function = tenon::function{.name = "helloWorld", .doc = "Greets somebody."};
  std::string subject = "World";
};
struct add {
  static constexpr auto function = tenon::function{.name = "add"};
  tenon::required<int> a;
  int b = 1;
};
struct hello {
  static constexpr auto manifest = tenon::manifest{.name = "hello", .version = "1.0.0"};
  using functions = tenon::functions<hello_world, add>;
  std::string call(const hello_world& arguments) { return arguments.subject; }
  int call(const add& arguments) { return arguments.a + arguments.b; }
};
