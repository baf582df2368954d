// The steady state: what begins some time after an app is ready.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <mutex>

#include "tenon/executor/background.hpp"
#include "tenon/executor/work.hpp"
#include "tenon/lifecycle/ledger.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/status.hpp"

namespace tenon::lifecycle {

// A matter of time alone: only where there are hooks to call does anything happen.
class steady_state {
 public:
  explicit steady_state(ledger& all) : all_(all) {}

  // Once, before the app says that it is ready.
  void expect() noexcept {
    begins_ = all_.now() + std::clamp<std::chrono::nanoseconds>(all_.surroundings().steady_state_delay,
                                                                std::chrono::nanoseconds(0), std::chrono::hours(1));
  }
  // Only where the app is ready.
  [[nodiscard]] bool has_begun() const noexcept { return all_.now() >= begins_; }

  [[nodiscard]] bool is_wanted() const noexcept {
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_.has(i, phase::steady_state)) return true;
    return false;
  }
  // Has the hooks called in start order, as long as `still` says that the app is ready.
  template <class Still>
  void await(executor::background& where, Still still) {
    where.post_after(begins_ - all_.now(), executor::background::nowhere, executor::make_work([this, still] {
                       const std::lock_guard lock(calling_);
                       called_ = still();
                       if (called_) log("tenon", all_.surroundings().log_sink).info("steady state");
                       for (std::size_t i = 0; i < all_.size() && still(); ++i)
                         if (all_.status(i) == extension_status::ok) all_.run_held(i, phase::steady_state);
                     }));
  }
  // No hook of it begins while this is held.
  [[nodiscard]] std::unique_lock<std::mutex> held() { return std::unique_lock(calling_); }
  // Whether the hooks have been called; to be asked while it is held.
  [[nodiscard]] bool was_called() const noexcept { return called_; }
  // Returns when no hook of it runs; none will where the app is not ready any more.
  void leave() noexcept { const std::lock_guard lock(calling_); }

 private:
  ledger& all_;
  clock::time_point begins_{};
  std::mutex calling_{};
  bool called_ = false;
};

}  // namespace tenon::lifecycle
