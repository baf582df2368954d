#pragma once

#include <tenon/extension.hpp>

#include "test_event.hpp"

// Tells everybody who listens. What it emits is declared: anything else would not compile.
struct quinn {
  static constexpr auto manifest = tenon::manifest{.name = "quinn", .version = "1.0.0"};

  using emits = tenon::events<test_event>;

  void on_ready(auto& ctx) { ctx.emit(test_event{.sender = "Quinn"}); }
};
