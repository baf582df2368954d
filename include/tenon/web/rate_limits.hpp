// Who has asked how often, of the routes that have a limit.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

#include "tenon/word/call_window.hpp"

namespace tenon::web {

// From any thread. Knows at least the last `remembered` callers and at most twice as many: whoever is forgotten begins
// anew, so that no number of callers takes more memory than that.
class rate_limits {
 public:
  rate_limits();
  ~rate_limits();
  rate_limits(const rate_limits&) = delete;
  rate_limits& operator=(const rate_limits&) = delete;

  using time_point = call_window::time_point;
  static constexpr std::size_t remembered = 32'768;  // callers

  // Counts a request for what `place` stands for. Zero: it may; else how long it has to wait, and it is not counted.
  [[nodiscard]] std::chrono::seconds wait_for(const void* place, std::string_view who, unsigned most,
                                              std::chrono::seconds within, time_point now);

 private:
  struct book;
  std::unique_ptr<book> own_;
};

// In its place where no route has a limit.
struct no_limits {};

}  // namespace tenon::web
