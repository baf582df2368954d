#pragma once

#include <tenon/extension.hpp>

// Calls what another extension does, and knows nothing of it but names.
struct receptionist {
  static constexpr auto manifest = tenon::manifest{
      .name = "receptionist", .version = "1.0.0", .doc = "Greets a guest.", .needs = {{"hello", "1.x.x"}}};

  void on_start(auto& ctx) {
    using namespace tenon::literals;
    ctx.log().info(ctx.call("helloWorld"_fn, {.subject = "Dave"}));
    if (ctx.call("hello::add"_fn, {.a = 1}) == 2) ctx.log().info("one and one is two");
  }
};
