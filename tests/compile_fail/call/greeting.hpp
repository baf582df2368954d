// The interface that programs here drive. A program includes tenon/app.hpp before it.
#pragma once

#include <string>

#include "tenon/extension.hpp"

struct greeting {
  static constexpr auto interface = tenon::interface{.name = "hello-world"};
  struct greet {
    static constexpr auto method = tenon::driver_method{.name = "greet"};
    using result = std::string;
    std::string subject = "World";
  };
  struct leave {
    static constexpr auto method = tenon::driver_method{.name = "leave"};
    using result = void;
  };
  using methods = tenon::methods<greet, leave>;
};
using no_frills = tenon::driver<"no-frills", greeting>;
