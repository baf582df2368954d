// What is counted, and how it is told. Every `add` may be called from any thread.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "exposition.hpp"
#include "histogram.hpp"
#include "tenon/event/event_row.hpp"
#include "tenon/web/route_row.hpp"

namespace tenon_metrics {

// A place for each route, made before the first request, and one for what no route answered: what a client sends makes
// no label.
class request_counts {
 public:
  explicit request_counts(std::span<const tenon::web::route_row> routes);

  static constexpr std::size_t no_route = std::size_t(-1);
  void add(std::size_t route, int status, std::size_t body_size, std::chrono::nanoseconds took) noexcept;
  void tell(exposition& out) const;

 private:
  static constexpr int lowest_status = 100, statuses = 500;
  struct counts {
    std::array<std::atomic<std::uint64_t>, statuses> by_status{};
    std::atomic<std::uint64_t> bytes{0};
    histogram durations{};
  };
  [[nodiscard]] tenon::web::route_row route(std::size_t at) const {
    return at < routes_.size() ? routes_[at] : tenon::web::route_row{};
  }

  std::span<const tenon::web::route_row> routes_;
  std::unique_ptr<counts[]> all_;  // of each route, and of none
};

class event_counts {
 public:
  explicit event_counts(std::span<const tenon::event::event_row> events);

  void add(std::string_view name) noexcept;
  void tell(exposition& out) const;

 private:
  std::vector<std::string_view> names_;  // sorted
  std::unique_ptr<std::atomic<std::uint64_t>[]> counts_;
};

// Drivers may come and go with the door, so these are kept by name; only drivers that were there make labels.
class driver_counts {
 public:
  void add(const std::string& interface, const std::string& driver, const std::string& method, bool failed,
           std::chrono::nanoseconds took);
  void tell(exposition& out) const;

 private:
  struct counts {
    std::atomic<std::uint64_t> failures{0};
    histogram durations{};
  };
  using names = std::tuple<std::string, std::string, std::string>;
  mutable std::mutex mutex_;
  std::map<names, counts> all_{};
};

}  // namespace tenon_metrics
