// One thread that serves connections, as the handlers of those connections know it.
#pragma once

#include <atomic>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <vector>

#include "tenon/word/event_loop.hpp"
#include "thread.hpp"
#include "worker_pool.hpp"

namespace tenon::http1 {

// Its io_context takes no locks: only its own thread may touch it. Other threads leave jobs in an inbox and ring a bell
// that the io_context waits for.
class loop final : public event_loop {
 public:
  using clock = std::chrono::steady_clock;
  using timer =
      boost::asio::basic_waitable_timer<clock, boost::asio::wait_traits<clock>, boost::asio::io_context::executor_type>;

  explicit loop(worker_pool& workers);
  ~loop();
  loop(const loop&) = delete;
  loop& operator=(const loop&) = delete;

  // Throws tenon::error if the system gives no more threads; then it is not started.
  void start();
  // Runs what was posted before, then ends the thread. Jobs that come later, or whose time has not come, are not run.
  void stop() noexcept;
  [[nodiscard]] bool runs_here() const noexcept;
  [[nodiscard]] bool is_started() const noexcept { return started_; }  // for the thread that starts and stops it

  void post(job work) override;
  void post_after(std::chrono::milliseconds delay, job work) override;
  void offload(job work) override;
  [[nodiscard]] bool closing() const noexcept override { return closing_.load(std::memory_order_relaxed); }

  void begin_closing() noexcept { closing_.store(true, std::memory_order_relaxed); }

  // On its own thread only.
  [[nodiscard]] boost::asio::io_context& io() noexcept { return io_; }
  // Runs every job that waits for its time, now: so that coroutines end that would never be woken again.
  void hurry();

 private:
  std::atomic<bool> closing_{false};
  struct timed_job {
    clock::time_point when;
    std::uint64_t number;  // jobs of one time run in the order in which they were posted
    job work;
  };
  struct letter {
    job work;
    clock::time_point when;  // of a timed job
  };
  static bool later(const timed_job& a, const timed_job& b) noexcept {
    return a.when != b.when ? a.when > b.when : a.number > b.number;
  }

  void send(letter one);
  void take_in(const letter& one);
  void listen_for_bell();
  void empty_inbox();
  void run_soon(job work);
  void ask_for_turn();
  void run_due();
  void set_alarm();

  boost::asio::io_context io_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> stays_;
  worker_pool& workers_;
  thread thread_;
  bool started_ = false;

  std::vector<job> soon_;  // posted by its own thread
  bool turn_due_ = false;  // in which they are run
  std::vector<job> running_;
  std::vector<timed_job> timed_;  // a heap, earliest first
  std::uint64_t numbers_ = 0;
  timer alarm_;
  clock::time_point alarm_time_ = clock::time_point::max();

  std::mutex mutex_;
  std::vector<letter> inbox_;
  std::vector<letter> opened_;
  bool rung_ = false;
  int bell_ = -1;
  boost::asio::posix::basic_stream_descriptor<boost::asio::io_context::executor_type> bell_heard_;
  std::uint64_t bell_count_ = 0;
};

}  // namespace tenon::http1
