// What the drivers extension tells of the calls of clients.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace tenon_drivers {

// A client's call has reached a driver and is answered: one that was there, and that the client may call. Told on the
// thread that answers.
struct driver_called {
  static constexpr std::string_view name = "driver.called";
  static constexpr bool may_be_unheard = true;

  std::string interface{}, driver{}, method{};
  std::string extension{};  // whose driver it is
  bool failed = false;      // the answer says so: arguments that do not fit, too many calls, or what the driver threw
  std::chrono::nanoseconds took{0};
};

}  // namespace tenon_drivers
