// A log sink that keeps what is written.
#pragma once

#include <concepts>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/word/log.hpp"
#include "tenon/word/request.hpp"

namespace tenon::testing {

struct log_line {
  log_level level = log_level::info;
  std::string extension, message;
  std::map<std::string, std::string> fields{};  // numbers and truths as text
  std::string request{};                        // the id of the one that it is about; empty: none
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
  static void write(void* self, const log_entry& entry) noexcept {
    log_line line{
        .level = entry.level, .extension = std::string(entry.extension), .message = std::string(entry.message)};
    for (const log_field& one : entry.fields)
      one.value.visit([&]<class T>(T value) {
        std::string& text = line.fields[std::string(one.name)];
        if constexpr (std::same_as<T, std::string_view>)
          text = value;
        else if constexpr (std::same_as<T, bool>)
          text = value ? "true" : "false";
        else
          text = std::to_string(value);
      });
    if (entry.about != nullptr) line.request = entry.about->id().view();
    auto& log = *static_cast<recorded_log*>(self);
    const std::scoped_lock lock(log.mutex_);
    log.lines_.push_back(std::move(line));
  }

  mutable std::mutex mutex_;
  std::vector<log_line> lines_{};
};

}  // namespace tenon::testing
