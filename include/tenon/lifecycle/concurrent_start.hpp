// Those of one level whose manifests ask for a concurrent start.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <utility>

#include "tenon/executor/background.hpp"
#include "tenon/executor/work.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::lifecycle {

// They start on threads of the executors, in start order, so many at once; the others wait for their turn. What the
// thread that made it does meanwhile runs beside them.
class concurrent_start {
 public:
  static constexpr std::size_t most_at_once = 4;

  // `start` is called from several threads. False: the start of the app ends with that extension.
  explicit concurrent_start(std::function<bool(std::size_t)> start) : start_(std::move(start)) {}
  ~concurrent_start() {
    end();
    await_runners();
  }
  concurrent_start(const concurrent_start&) = delete;
  concurrent_start& operator=(const concurrent_start&) = delete;

  // All of them before the beginning.
  void add(std::size_t i) { waiting_.push_back(i); }
  [[nodiscard]] bool is_empty() const noexcept { return waiting_.empty(); }

  void begin(executor::background& where) {
    const std::size_t wanted = std::min(waiting_.size(), most_at_once);
    for (std::size_t n = 0; n < wanted && add_runner(where); ++n) {
    }
  }
  // Whoever has not begun will not.
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  [[nodiscard]] bool has_ended() {
    const std::lock_guard lock(mutex_);
    return ended_;
  }
  // Blocks until all that have begun are through. Where the system gives no thread for them, they run here, one after
  // the other. False: the start of the app ends.
  bool join() {
    await_runners();
    start_waiting();
    if (failure_) std::rethrow_exception(failure_);
    return !has_ended();
  }

 private:
  bool add_runner(executor::background& where) {
    count_runners(1);
    bool added = false;
    attempt(
        [&] {
          added = where.post(executor::background::nowhere, executor::make_work([this] {
                               start_waiting();
                               count_runners(-1);
                             }));
        },
        [] {});
    if (!added) count_runners(-1);
    return added;
  }
  void start_waiting() noexcept {
    std::unique_lock lock(mutex_);
    while (!ended_ && !waiting_.empty()) {
      const std::size_t i = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      bool goes_on = false;
      std::exception_ptr failure;
      attempt([&] { goes_on = start_(i); }, [&] { failure = std::current_exception(); });
      lock.lock();
      ended_ = ended_ || !goes_on;
      if (failure) failure_ = std::move(failure);
    }
  }
  // Told with the lock held: who is waited for may destroy this as soon as it is given back.
  void count_runners(int more) noexcept {
    const std::lock_guard lock(mutex_);
    runners_ += more;
    if (runners_ == 0) no_runner_.notify_all();
  }
  void await_runners() noexcept {
    std::unique_lock lock(mutex_);
    no_runner_.wait(lock, [&] { return runners_ == 0; });
  }

  std::function<bool(std::size_t)> start_;
  std::mutex mutex_;
  std::condition_variable no_runner_;
  std::deque<std::size_t> waiting_{};
  int runners_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_{};  // what no extension has thrown, as when there is no memory for a line of the log
};

}  // namespace tenon::lifecycle
