// Who has asked how often, of the routes that have a limit.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tenon/word/call_window.hpp"

namespace tenon::web {

// From any thread. Knows at least the last `remembered` callers and at most twice as many: whoever is forgotten begins
// anew, so that no number of callers takes more memory than that.
class rate_limits {
 public:
  using time_point = call_window::time_point;
  static constexpr std::size_t remembered = 32'768;

  // Counts a request for what `place` stands for. Zero: it may; else how long it has to wait, and it is not counted.
  [[nodiscard]] std::chrono::seconds wait_for(const void* place, std::string_view who, unsigned most,
                                              std::chrono::seconds within, time_point now);

 private:
  using callers = std::unordered_map<std::string, call_window>;
  call_window& window_of(std::string key);

  std::mutex mutex_{};
  callers recent_{}, before_{};
};

// In its place where no route has a limit.
struct no_limits {};

}  // namespace tenon::web
