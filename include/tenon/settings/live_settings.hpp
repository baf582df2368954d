// What each extension's settings are at the moment.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

namespace tenon::settings {

// By place in start order; null for an extension that has none. One writer at a time, readers on any thread. A snapshot
// never changes, and is kept by whoever published it until the app is gone: a reference to one stays good.
template <std::size_t Extensions>
class live_settings {
 public:
  [[nodiscard]] const void* at(std::size_t rank) const noexcept {
    return snapshots_[rank].load(std::memory_order_acquire);
  }
  void put(std::size_t rank, const void* snapshot) noexcept {
    snapshots_[rank].store(snapshot, std::memory_order_release);
  }

 private:
  std::array<std::atomic<const void*>, Extensions> snapshots_{};
};

}  // namespace tenon::settings
