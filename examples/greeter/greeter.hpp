#pragma once

#include <tenon/extension.hpp>

struct greeter {
  static constexpr auto manifest =
      tenon::manifest{.name = "greeter", .version = "1.0.0", .doc = "Says hello.", .needs = {{"http", "1.x.x"}}};

  struct settings {  // the type is the schema: names and defaults
    std::string greeting = "Hello";
  };

  using greet = tenon::get<"/greet/{name}">;
  using routes = tenon::routes<greet>;

  void on(const tenon::core::ready&, auto& ctx) { ctx.log().info("will say " + ctx.settings().greeting); }

  tenon::response handle(greet route, const tenon::request&, auto& ctx) {
    return tenon::response::text(ctx.settings().greeting + ", " + route.at<"name">() + "!\n");
  }
};
