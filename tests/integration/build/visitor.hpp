//@extension version 1.1.0
//@extension needs http 1.x.x
#pragma once

#include <tenon/extension.hpp>

struct visitor {
  struct settings {
    std::string greeting = "Good day";
  };

  tenon::response on_get(const tenon::request&, auto& ctx) {
    return tenon::response::text(ctx.settings().greeting + ", visitor!\n");
  }
};
