#pragma once

#include <tenon/extension.hpp>

// A route and nothing else.
struct hello_route {
  static constexpr auto manifest = tenon::manifest{.name = "hello_route", .version = "1.0.0", .needs = {{"http"}}};

  using hello = tenon::get<"/hello">;
  using routes = tenon::routes<hello>;

  tenon::response handle(hello, const tenon::request&) noexcept { return tenon::response::text("Hello, World!"); }
};
