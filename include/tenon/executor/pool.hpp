// The executors of an app as strands of one small pool of threads, behind one lock. Threads are made when there is
// work, and as many as there is work for at once, up to a few; one more for each that waits, and for each work that is
// on no executor.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "tenon/executor/background.hpp"

namespace tenon::executor {

class pool final : public background {
 public:
  pool(const std::vector<seed>& seeds, held_executor held, clock* time);
  ~pool() override;

  bool post(std::size_t at, std::unique_ptr<work> what) override;
  void post_after(std::chrono::nanoseconds delay, std::size_t at, std::unique_ptr<work> what) override;
  void hold(std::size_t at) noexcept override;
  void release(std::size_t at) noexcept override;
  void open(std::size_t at) noexcept override;
  void pause(std::size_t at) noexcept override;
  void close(std::size_t at) noexcept override;
  bool await(answer_slot& answer, std::coroutine_handle<> waiter) override;
  void block(blocked_thread& self) override;
  std::coroutine_handle<> next(blocked_thread& self) noexcept override;
  void end(blocked_thread& which) noexcept override;
  void unblock(blocked_thread& self) noexcept override;
  [[nodiscard]] std::size_t waiting_for(std::size_t at) noexcept override;
  [[nodiscard]] clock::time_point now() const noexcept override;
  void settle() noexcept override;
  void stop() noexcept override;

 private:
  using lock_type = std::unique_lock<std::mutex>;

  struct entry {
    std::unique_ptr<work> what{};  // none: a thread waits for its turn
    thread_mark by = nullptr;
    bool* granted = nullptr;
  };
  struct strand {
    std::string_view name{};
    readiness state = readiness::waiting;
    bool busy = false;    // somebody is on it
    bool listed = false;  // stands among the runnable
    thread_mark owner = nullptr;
    std::size_t waits_for = nowhere;
    std::deque<entry> queue{};
  };
  struct timer {
    clock::time_point due;
    std::uint64_t number;  // of two that are due at once, the one that came first
    std::size_t at;
    std::unique_ptr<work> what;
    friend bool operator<(const timer& a, const timer& b) {
      return a.due != b.due ? a.due > b.due : a.number > b.number;  // a heap has its greatest in front
    }
  };

  static void moved(void* self);
  void advance(std::size_t at);
  void leave(std::size_t at);
  std::coroutine_handle<> put(answer_slot& answer);
  void put_loose(std::unique_ptr<work> what);
  void make_sure_of_a_thread();
  void add_thread();
  void grow() noexcept;
  void live();
  void take_due(lock_type& lock);
  void do_next(lock_type& lock);
  void drop(lock_type& lock, std::size_t at, std::deque<entry> unwanted) noexcept;
  void refuse_to_wait_for_ever(const strand& mine, const strand& other, bool blocks) const;
  [[nodiscard]] bool is_quiet() const;

  std::vector<strand> strands_;
  clock* time_;
  const std::size_t most_threads_;

  std::mutex mutex_;
  std::condition_variable work_came_, turn_came_, all_quiet_;
  std::deque<std::size_t> runnable_{};         // strands, and `nowhere` for each of `loose_`
  std::deque<std::unique_ptr<work>> loose_{};  // work on no executor
  std::size_t loose_count_ = 0;                // that, and what of it runs
  std::vector<timer> timers_{};                // a heap
  std::uint64_t timer_count_ = 0;
  std::vector<std::thread> threads_{};
  std::vector<blocked_thread*> blocked_{};
  std::size_t idle_ = 0, running_ = 0;
  bool stopping_ = false;
};

}  // namespace tenon::executor
