// A clock that a law moves on.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "tenon/word/api_key.hpp"

// Copies move together. Only while one thread uses it.
class moving_clock {
 public:
  [[nodiscard]] std::function<tenon::timestamp()> function() const {
    return [time = time_] { return *time; };
  }
  [[nodiscard]] tenon::timestamp now() const { return *time_; }
  void pass(std::chrono::milliseconds duration) { *time_ += duration; }

 private:
  std::shared_ptr<tenon::timestamp> time_ =
      std::make_shared<tenon::timestamp>(std::chrono::sys_days{std::chrono::year{2030} / 1 / 1});
};
