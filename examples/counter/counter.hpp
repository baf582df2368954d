#pragma once

#include <string>
#include <tenon/contract/data.hpp>
#include <tenon/extension.hpp>

// Counts those who come by, and goes on counting after a restart.
struct counter {
  static constexpr auto manifest = tenon::manifest{.name = "counter",
                                                   .version = "1.0.0",
                                                   .doc = "Counts those who come by.",
                                                   .needs = {{"data", "1.x.x"}, {"http", "1.x.x"}}};

  using come = tenon::get<"/count", tenon::blocking>;
  using routes = tenon::routes<come>;

  tenon::response handle(come, const tenon::request&, auto& ctx) {
    using namespace tenon::literals;
    auto own = ctx.import("data"_ext, tenon_data::any_kv);
    return tenon::response::text(own.kv.incr("visits", 1).text + "\n");
  }
};
