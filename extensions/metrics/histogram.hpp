// How long something took, each time. Any thread may add, without waiting for another.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon_metrics {

class histogram {
 public:
  struct bound {
    std::chrono::microseconds most;
    std::string_view seconds;  // as the label `le` has it
  };
  static constexpr std::array<bound, 15> bounds{{{std::chrono::microseconds(100), "0.0001"},
                                                 {std::chrono::microseconds(500), "0.0005"},
                                                 {std::chrono::milliseconds(1), "0.001"},
                                                 {std::chrono::microseconds(2'500), "0.0025"},
                                                 {std::chrono::milliseconds(5), "0.005"},
                                                 {std::chrono::milliseconds(10), "0.01"},
                                                 {std::chrono::milliseconds(25), "0.025"},
                                                 {std::chrono::milliseconds(50), "0.05"},
                                                 {std::chrono::milliseconds(100), "0.1"},
                                                 {std::chrono::milliseconds(250), "0.25"},
                                                 {std::chrono::milliseconds(500), "0.5"},
                                                 {std::chrono::seconds(1), "1"},
                                                 {std::chrono::milliseconds(2'500), "2.5"},
                                                 {std::chrono::seconds(5), "5"},
                                                 {std::chrono::seconds(10), "10"}}};

  void add(std::chrono::nanoseconds took) noexcept {
    std::size_t at = 0;
    while (at < bounds.size() && took > bounds[at].most) ++at;
    counts_[at].fetch_add(1, std::memory_order_relaxed);
    if (took.count() > 0) sum_.fetch_add(static_cast<std::uint64_t>(took.count()), std::memory_order_relaxed);
  }

  // Of those up to bounds[at], and no lower bound; of the rest at bounds.size().
  [[nodiscard]] std::uint64_t count(std::size_t at) const noexcept {
    return counts_[at].load(std::memory_order_relaxed);
  }
  [[nodiscard]] double seconds() const noexcept {
    return static_cast<double>(sum_.load(std::memory_order_relaxed)) / 1e9;
  }

 private:
  std::array<std::atomic<std::uint64_t>, bounds.size() + 1> counts_{};
  std::atomic<std::uint64_t> sum_{0};  // nanoseconds
};

}  // namespace tenon_metrics
