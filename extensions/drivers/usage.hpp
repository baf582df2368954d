// How often who has called what: counted for everybody, and limited where a driver says so.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/call/driver_row.hpp"
#include "tenon/word/call_window.hpp"

namespace tenon_drivers {

// Since the program began. From any thread.
class usage {
 public:
  using time_point = tenon::call_window::time_point;

  // Counts a call; false, and it is not counted: it would be one too many.
  [[nodiscard]] bool admit(std::string_view user, const tenon::call::driver_row& driver, std::size_t method,
                           time_point now);

  struct row {
    std::string interface{}, driver{}, method{};
    std::uint64_t calls = 0;
  };
  // In the order of their names.
  [[nodiscard]] std::vector<row> of(std::string_view user) const;

 private:
  struct tally {
    std::uint64_t calls = 0;
    tenon::call_window window{};
  };
  using by_method = std::map<std::array<std::string, 3>, tally>;  // interface, driver, method

  mutable std::mutex mutex_{};
  std::map<std::string, by_method, std::less<>> users_{};
};

}  // namespace tenon_drivers
