#pragma once

#include <string>
#include <tenon/call/create_drivers.hpp>
#include <vector>

#include "greets.hpp"

// One driver for each server that the settings name.
struct relays {
  static constexpr auto manifest =
      tenon::manifest{.name = "relays", .version = "1.0.0", .doc = "Has other servers greet."};

  struct settings {
    std::vector<std::string> servers{};
  };
  struct relay {
    std::string server;
    std::string call(const greets::greet& arguments) const { return server + " greets " + arguments.subject; }
  };

  void on(tenon::core::create_drivers& event, auto& ctx) {
    for (const std::string& one : ctx.settings().servers)
      event.create<greets>(one, relay{one}, {.to = tenon::granted::everyone});
  }
  void on(tenon::core::create_permissions& event) { event.grant_to_users("service:no-frills"); }
};
