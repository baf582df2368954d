#pragma once

#include <string>
#include <tenon/extension.hpp>

// An interface is a type with a name and a list of methods; a method is an aggregate of its arguments.
struct greets {
  static constexpr auto interface = tenon::interface{.name = "hello-world", .doc = "Greets somebody."};
  struct greet {
    static constexpr auto method =
        tenon::driver_method{.name = "greet", .doc = "Gives a greeting.", .default_parameter = "subject"};
    using result = std::string;
    std::string subject = "World";
  };
  using methods = tenon::methods<greet>;
};

// A driver is a name and an interface, and what is said of it.
using no_frills = tenon::driver<"no-frills", greets, {.doc = "Says hello.", .to = tenon::granted::everyone}>;
