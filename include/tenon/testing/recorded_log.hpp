// A log sink that keeps what is written.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/log.hpp"

namespace tenon::testing {

struct log_line {
  log_level level = log_level::info;
  std::string extension, message;
};

// Outlives whoever writes to its sink. From any thread.
class recorded_log {
 public:
  [[nodiscard]] log_sink sink() noexcept { return {this, &recorded_log::write}; }
  [[nodiscard]] std::vector<log_line> lines() const {
    const std::scoped_lock lock(mutex_);
    return lines_;
  }

 private:
  static void write(void* self, log_level level, std::string_view extension, std::string_view message) noexcept {
    auto& log = *static_cast<recorded_log*>(self);
    const std::scoped_lock lock(log.mutex_);
    log.lines_.push_back({level, std::string(extension), std::string(message)});
  }

  mutable std::mutex mutex_;
  std::vector<log_line> lines_{};
};

}  // namespace tenon::testing
