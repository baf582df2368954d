// One call of a driver's method by a client.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contract.hpp"
#include "driver_registry.hpp"
#include "grants.hpp"
#include "tenon/word/clock.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/response.hpp"
#include "usage.hpp"

namespace tenon_drivers {

// A file that came with a call, and the place in the arguments where it belongs: keys and numbers, from the outermost
// on; none: it is all that there is. What points, points into the request.
struct sent_file {
  std::vector<std::string> where{};
  std::string name{}, type{};
  std::string_view bytes{};
};

// Of the JSON of a call: what a door lets through may be longer.
inline constexpr std::size_t most_json_bytes = 10U << 20U;

// What a client asks for. Empty: not said.
struct wanted_call {
  std::string interface{}, driver{}, method{};
  std::string args = "{}";  // JSON
  bool test_mode = false;
  std::vector<std::string> passed_over{};  // members that nobody knows, where one is missing that they may be
  std::vector<sent_file> files{};          // where they belong, an empty file stands in the arguments
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
