// An event loop that a test turns by hand: the connection's thread is the test's, what may block runs on threads of its
// own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "tenon/word/event_loop.hpp"
#include "tenon/word/exchange.hpp"

namespace tenon::testing {

class hand_loop final : public event_loop {
 public:
  ~hand_loop() { join(); }

  void post(job work) override {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(work);
    came_.notify_one();
  }
  void post_after(std::chrono::milliseconds, job work) override { post(work); }
  void offload(job work) override {
    ++offloaded_;
    threads_.emplace_back([work] { work.run(work.data); });
  }

  // Waits for the threads, and runs what there is until nothing is left.
  void settle() {
    for (join(); !empty(); join()) static_cast<void>(turn());
  }
  // How often something was to run on a thread that may block.
  [[nodiscard]] int offloaded() const noexcept { return offloaded_; }

  // Runs one job, waiting for it if need be; false: none came in a long time.
  bool turn() {
    std::unique_lock lock(mutex_);
    if (!came_.wait_for(lock, std::chrono::seconds(20), [&] { return !jobs_.empty(); })) return false;
    const job next = jobs_.front();
    jobs_.pop_front();
    lock.unlock();
    next.run(next.data);
    return true;
  }

 private:
  void join() {
    for (std::thread& one : threads_) one.join();
    threads_.clear();
  }
  bool empty() {
    const std::lock_guard lock(mutex_);
    return jobs_.empty();
  }

  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<job> jobs_;
  std::vector<std::thread> threads_;
  int offloaded_ = 0;
};

// A request whose answer may come later: `app.door().handle(app.door().app, one.exchange)` is false then, and turning
// the loop brings it.
struct later {
  tenon::exchange exchange{};
  int completed = 0;  // how often
  std::thread::id completed_on{};

  later(event_loop& loop, tenon::method method, std::string_view path) {
    exchange.request.method = method;
    exchange.request.method_name = to_string(method);
    exchange.request.target = exchange.request.path = path;
    exchange.request.loop = &loop;
    exchange.complete = [](tenon::exchange& one) {
      auto& self = *reinterpret_cast<later*>(&one);
      ++self.completed;
      self.completed_on = std::this_thread::get_id();
    };
  }
};

}  // namespace tenon::testing
