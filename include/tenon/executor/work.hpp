// Something that an executor is to do.
#pragma once

#include <coroutine>
#include <cstddef>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace tenon::executor {

// Who a thread is, as long as it runs: something of its own has this address. The standard's own word for it comes with
// all that starts threads, which no program that is composed needs.
using thread_mark = const void*;
[[nodiscard]] thread_mark this_thread() noexcept;

// Who waits for an answer, and on which thread it goes on. Guarded by the lock of the pool but for `failure`, which is
// written before `there` is set and read after.
struct answer_slot {
  std::size_t from = 0;  // the executor that it comes from
  bool there = false;
  std::exception_ptr failure{};
  std::coroutine_handle<> waiter{};
  thread_mark home = nullptr;  // of the thread that blocks for it; none: the waiter goes on, on a thread of the pool
};

// A thread that blocks until a task has ended: it resumes by itself what it waits for. Guarded by the lock of the pool.
struct blocked_thread {
  thread_mark id = this_thread();
  std::vector<std::coroutine_handle<>> resumable{};
  bool ended = false;
};

// Runs at most once. Destroyed where it has run, or where it never will.
class work {
 public:
  work() = default;
  work(const work&) = delete;
  work& operator=(const work&) = delete;
  virtual ~work() = default;

  virtual void run() noexcept = 0;
  // The answer that its run makes, where it makes one.
  [[nodiscard]] virtual std::shared_ptr<answer_slot> answer() const noexcept { return {}; }
};

// `f` must not throw.
template <class F>
class simple_work final : public work {
 public:
  explicit simple_work(F f) : f_(std::move(f)) {}
  void run() noexcept override { f_(); }

 private:
  F f_;
};
template <class F>
[[nodiscard]] std::unique_ptr<work> make_work(F f) {
  return std::make_unique<simple_work<F>>(std::move(f));
}

}  // namespace tenon::executor
