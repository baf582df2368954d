// A thread for what waits for executors and may therefore not be on one of their own.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include "tenon/word/attempt.hpp"

namespace tenon::lifecycle {

// One errand after the other, in the order in which they came. The thread is there while there are any.
class errands {
 public:
  errands() = default;
  ~errands() { stop(); }
  errands(const errands&) = delete;
  errands& operator=(const errands&) = delete;

  // From any thread. Throws std::system_error where the system gives no thread; nothing will be done then.
  void add(std::function<void()> what) {
    const std::lock_guard lock(mutex_);
    if (stopped_) return;
    if (!thread_is_there_) {
      if (thread_.joinable()) thread_.join();  // it is on its way out
      thread_ = std::thread(&errands::run, this);
      thread_is_there_ = true;
    }
    waiting_.push_back(std::move(what));
  }
  // Blocks until there is none. Not from an errand.
  void settle() noexcept {
    std::unique_lock lock(mutex_);
    gone_.wait(lock, [&] { return !thread_is_there_; });
  }
  // Whoever waits is dropped, the one that runs is waited for; later ones are refused. Not from an errand.
  void stop() noexcept {
    std::deque<std::function<void()>> dropped;
    std::thread last;
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
      dropped.swap(waiting_);
      last.swap(thread_);
    }
    if (last.joinable()) last.join();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (!waiting_.empty()) {
      const std::function<void()> what = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      attempt(what, [] {});  // where there is no memory left to say so
      lock.lock();
    }
    thread_is_there_ = false;
    gone_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable gone_;
  std::deque<std::function<void()>> waiting_{};
  std::thread thread_{};
  bool thread_is_there_ = false, stopped_ = false;
};

}  // namespace tenon::lifecycle
