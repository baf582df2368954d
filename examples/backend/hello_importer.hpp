#pragma once

#include <tenon/extension.hpp>

// Has another extension greet it.
struct hello_importer {
  static constexpr auto manifest = tenon::manifest{.name = "hello_importer",
                                                   .version = "1.0.0",
                                                   .doc = "Imports what hello exports.",
                                                   .needs = {{"hello", "1.x.x"}}};

  void on_start(auto& ctx) {
    using namespace tenon::literals;
    ctx.log().info(ctx.import("hello"_ext)("importer"));
  }
};
