#pragma once

#include "greets.hpp"

// Has a driver greet it.
struct guest {
  static constexpr auto manifest =
      tenon::manifest{.name = "guest", .version = "1.0.0", .doc = "Is greeted.", .needs = {{"plain", "1.x.x"}}};

  void on_start(auto& ctx) { ctx.log().info(ctx.call(no_frills{}, greets::greet{.subject = "Dave"})); }
};
