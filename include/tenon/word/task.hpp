// A coroutine that yields one value, or none: what a handler returns when it has to wait for something.
#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace tenon {

namespace detail {

template <class T>
struct task_value {
  std::optional<T> value;
  template <class U>
  void return_value(U&& result) {
    value.emplace(std::forward<U>(result));
  }
  T take() { return std::move(*value); }
};
template <>
struct task_value<void> {
  void return_void() noexcept {}
  void take() noexcept {}
};

}  // namespace detail

// Starts when it is awaited or started, resumes whoever awaits it, and owns its frame. Destroying a task that has not
// finished destroys what it holds.
template <class T>
class [[nodiscard]] task {
 public:
  struct promise_type : detail::task_value<T> {
    std::exception_ptr failure;
    std::coroutine_handle<> waiter;

    task get_return_object() { return task(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    auto final_suspend() noexcept {
      struct resume_waiter {
        bool await_ready() noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) noexcept {
          return self.promise().waiter ? self.promise().waiter : std::noop_coroutine();
        }
        void await_resume() noexcept {}
      };
      return resume_waiter{};
    }
    void unhandled_exception() { failure = std::current_exception(); }
  };

  task(task&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
  task& operator=(task&& other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }
  ~task() {
    if (frame_) frame_.destroy();
  }

  // Runs it until it first waits or ends; `waiter` is resumed when it has ended.
  void start(std::coroutine_handle<> waiter) {
    frame_.promise().waiter = waiter;
    frame_.resume();
  }
  [[nodiscard]] bool done() const noexcept { return frame_.done(); }
  // Only when done: the value, or whatever the coroutine threw.
  T result() {
    if (frame_.promise().failure) std::rethrow_exception(frame_.promise().failure);
    return frame_.promise().take();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiter) noexcept {
    frame_.promise().waiter = waiter;
    return frame_;
  }
  T await_resume() { return result(); }

 private:
  explicit task(std::coroutine_handle<promise_type> frame) : frame_(frame) {}
  std::coroutine_handle<promise_type> frame_;
};

template <class T>
inline constexpr bool is_task = false;
template <class T>
inline constexpr bool is_task<task<T>> = true;

}  // namespace tenon
