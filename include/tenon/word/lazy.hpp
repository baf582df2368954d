// A value that is made when it is first asked for.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <type_traits>
#include <utility>

namespace tenon {

// `using exports = tenon::lazy<pool>;` over a member `tenon::lazy<pool> own{[this] { return pool(size); }};`. Made
// once, by whoever asks first, while others wait; from then on asking costs one load. Where making it throws, that goes
// to who asked, and the next one makes it anew. What makes it must not ask for it. Destroyed with the lazy, if it was
// made.
template <class T>
class lazy {
 public:
  // T need be neither copied nor moved for it.
  template <class Make>
    requires std::is_invocable_r_v<T, Make&>
  explicit lazy(Make make) : make_(std::move(make)) {}
  lazy(const lazy&) = delete;
  lazy& operator=(const lazy&) = delete;
  ~lazy() {
    if (is_made()) std::destroy_at(&value_);
  }

  [[nodiscard]] T& get() {
    if (!made_.load(std::memory_order_acquire)) make();
    return value_;
  }
  [[nodiscard]] T& operator*() { return get(); }
  [[nodiscard]] T* operator->() { return &get(); }
  // For those who have something to do only where it is there: closing it, say.
  [[nodiscard]] bool is_made() const noexcept { return made_.load(std::memory_order_acquire); }

 private:
  void make() {
    const std::scoped_lock lock(mutex_);
    if (made_.load(std::memory_order_relaxed)) return;
    ::new (static_cast<void*>(std::addressof(value_))) T(make_());
    made_.store(true, std::memory_order_release);
  }

  std::function<T()> make_;
  std::mutex mutex_;
  std::atomic<bool> made_{false};
  union {
    T value_;
  };
};

}  // namespace tenon
