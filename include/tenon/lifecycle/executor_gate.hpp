// The app's executors, which are not there until somebody needs one: also when that is in the middle of a hook, from
// any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>

#include "tenon/executor/background.hpp"

namespace tenon::lifecycle {

class executor_gate {
 public:
  // `seeds` says how each extension stands; it is only called where they are made.
  template <class Seeds>
  executor::background& get(executor::background_maker make, clock* time, Seeds&& seeds) {
    if (executor::background* there = existing()) return *there;
    const std::lock_guard lock(mutex_);
    if (!owned_) {
      owned_ = make(std::forward<Seeds>(seeds)(), held_, time);
      there_.store(owned_.get(), std::memory_order_release);
    }
    return *owned_;
  }
  [[nodiscard]] executor::background* existing() const noexcept { return there_.load(std::memory_order_acquire); }

  // Runs a hook on this thread, which holds the extension's executor meanwhile. Where the executors are made during the
  // hook, they are told who holds one; so neither can be missed. Hooks of several threads at once need executors that
  // have been made: who holds one is remembered of one thread.
  template <class Hook>
  void in_hook(std::size_t at, Hook&& hook) {
    const hold_on held(*this, at);
    hook();
  }
  // What has become of an extension that its executor has to know. To be called after its status has changed.
  void opened(std::size_t at) noexcept {
    if (executor::background* there = settled()) there->open(at);
  }
  void paused(std::size_t at) noexcept {
    if (executor::background* there = settled()) there->pause(at);
  }
  void closed(std::size_t at) noexcept {
    if (executor::background* there = settled()) there->close(at);
  }

 private:
  class hold_on {
   public:
    hold_on(executor_gate& gate, std::size_t at) : gate_(gate), at_(at) {
      if (executor::background* there = gate_.begin(at_)) there->hold(at_);
    }
    ~hold_on() {
      if (executor::background* there = gate_.end()) there->release(at_);
    }
    hold_on(const hold_on&) = delete;
    hold_on& operator=(const hold_on&) = delete;

   private:
    executor_gate& gate_;
    std::size_t at_;
  };

  executor::background* begin(std::size_t at) {
    const std::lock_guard lock(mutex_);
    held_ = {at, executor::this_thread()};
    return owned_.get();
  }
  executor::background* end() {
    const std::lock_guard lock(mutex_);
    held_ = {};
    return owned_.get();
  }
  // Not while they are being made: then the new status may or may not have been seen.
  executor::background* settled() {
    const std::lock_guard lock(mutex_);
    return owned_.get();
  }

  std::mutex mutex_;
  executor::held_executor held_{};
  std::unique_ptr<executor::background> owned_{};
  std::atomic<executor::background*> there_{nullptr};
};

}  // namespace tenon::lifecycle
