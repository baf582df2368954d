#pragma once

#include <chrono>
#include <string>
#include <tenon/extension.hpp>

// Counts, without a lock: what touches the count is posted to the executor, where housekeeping runs too.
struct visits {
  static constexpr auto manifest =
      tenon::manifest{.name = "visits", .version = "1.0.0", .doc = "Counts those who come by."};

  using come = tenon::get<"/visit">;
  using routes = tenon::routes<come>;

  tenon::response handle(come, const tenon::request&, auto& ctx) {
    ctx.post([this] { ++count; });
    return tenon::response::text("Welcome!");
  }

  static constexpr std::chrono::minutes housekeeping_period{1};
  void on_housekeeping(auto& ctx) { ctx.log().info(std::to_string(count) + " visits"); }

  int count = 0;
};
static_assert(tenon::OnHousekeeping<visits> && tenon::HousekeepingPeriod<visits>);
