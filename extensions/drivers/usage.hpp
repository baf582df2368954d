// How often who has called what: counted for everybody, and limited where a driver says so.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/call/driver_row.hpp"
#include "tenon/word/call_window.hpp"

namespace tenon_drivers {

// From any thread.
class usage {
 public:
  using time_point = tenon::call_window::time_point;

  struct caller {
    std::string_view user{};
    std::string_view app{};  // that acts for them; empty: they do themselves
  };
  // Counts a call; false, and it is not counted: it would be one too many. A limit is the user's, whatever acts for
  // them.
  [[nodiscard]] bool admit(caller who, const tenon::call::driver_row& driver, std::size_t method, time_point now);

  struct row {
    std::string app{}, interface{}, driver{}, method{};
    std::int64_t calls = 0;
  };
  struct row_of_user {
    std::string user{};
    row what{};
  };
  // Since the program began, or since `take`. In the order of their names. Of a user also what acted for them.
  [[nodiscard]] std::vector<row> of(caller who) const;

  // Everybody's, which are not counted here any more. Those that could not be kept are given back. Limits stay as they
  // are; whose time is over by `now` is forgotten.
  [[nodiscard]] std::vector<row_of_user> take(time_point now);
  void give_back(const std::vector<row_of_user>& rows);
  // Of whom anything is remembered.
  [[nodiscard]] std::size_t callers() const;

 private:
  struct tally {
    std::map<std::string, std::int64_t, std::less<>> calls{};  // by app
    tenon::call_window window{};
    time_point remembered_until{};  // for the window's sake
  };
  using names = std::array<std::string, 3>;  // interface, driver, method
  using by_method = std::map<names, tally>;

  mutable std::mutex mutex_{};
  std::map<std::string, by_method, std::less<>> users_{};
};

// The sums of two lists, in the order of their names; where an app asks, of what is its own.
[[nodiscard]] std::vector<usage::row> together(const std::vector<usage::row>& some,
                                               const std::vector<usage::row>& others, std::string_view app);

}  // namespace tenon_drivers
