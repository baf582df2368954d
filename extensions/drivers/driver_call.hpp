// One call of a driver's method by a client.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "contract.hpp"
#include "driver_registry.hpp"
#include "grants.hpp"
#include "tenon/word/clock.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/response.hpp"
#include "usage.hpp"

namespace tenon_drivers {

// What a client asks for. Empty: not said.
struct wanted_call {
  std::string interface{}, driver{}, method{};
  std::string args = "{}";  // JSON
  bool test_mode = false;
};

// What calls are judged by.
struct surroundings {
  const driver_registry& drivers;
  const grants& rights;
  usage& used;
  tenon::clock::time_point now;
  tenon::log log;
};

struct answered_call {
  tenon::response response{};
  std::optional<driver_called> told{};  // none: no driver was reached
};

// Checks the interface, the method, the arguments, the driver, the right to call it, that it runs, and how often it was
// called, in this order.
[[nodiscard]] answered_call answer(const surroundings& here, const wanted_call& wanted, const tenon::passport& who);

}  // namespace tenon_drivers
