// A clock that stands still until a test moves it on.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <vector>

#include "tenon/word/clock.hpp"

namespace tenon::testing {

// `environment{.clock = &time}`. After `advance`, `app.settle()` returns when everything that had become due is done.
class fake_clock final : public tenon::clock {
 public:
  [[nodiscard]] time_point now() const noexcept override { return now_.load(std::memory_order_acquire); }

  void advance(std::chrono::nanoseconds by) {
    const std::lock_guard lock(mutex_);
    now_.store(now() + by, std::memory_order_release);
    for (const job& one : told_) one.run(one.data);
  }

  void tell(job moved) override {
    const std::lock_guard lock(mutex_);
    told_.push_back(moved);
  }
  void forget(job moved) noexcept override {
    const std::lock_guard lock(mutex_);
    std::erase_if(told_, [&](const job& one) { return one.run == moved.run && one.data == moved.data; });
  }

 private:
  std::atomic<time_point> now_{time_point(std::chrono::hours(1))};
  std::mutex mutex_;
  std::vector<job> told_{};
};

}  // namespace tenon::testing
