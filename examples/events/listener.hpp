#pragma once

#include <tenon/extension.hpp>

#include "test_event.hpp"

// Listens, by having an `on` for the event. Nothing is registered.
struct listener {
  static constexpr auto manifest = tenon::manifest{.name = "listener", .version = "1.0.0"};

  void on(const test_event& event, auto& ctx) { ctx.log().info("We got the test event from " + event.sender); }
};
