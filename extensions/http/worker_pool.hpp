// Threads for work that blocks.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

#include "tenon/word/event_loop.hpp"
#include "thread.hpp"

namespace tenon::http1 {

// First come, first served. A thread is started where jobs wait and none is free, up to the limit, and stays until the
// end.
class worker_pool {
 public:
  explicit worker_pool(std::size_t most) : most_(most) {}
  ~worker_pool() { stop(); }

  // From any thread. Throws where the job cannot be kept or nobody could ever run it; then it is not run. A job that
  // throws is a mistake of whoever posted it and ends the program.
  void run(job work);
  // Runs what is still queued and joins. What comes later is not run.
  void stop() noexcept;

 private:
  void serve();
  [[nodiscard]] bool call_one();
  void come() noexcept { called_ -= called_ > 0 ? 1 : 0; }
  [[nodiscard]] std::size_t waiting() const noexcept { return queue_.size() - next_; }

  std::mutex mutex_;
  std::condition_variable news_;
  std::vector<job> queue_;
  std::size_t next_ = 0;    // of the queue; what stands before has been taken
  std::size_t free_ = 0;    // those that sleep
  std::size_t called_ = 0;  // those that are to wake, or were started, and have not come yet
  std::vector<thread> threads_;
  const std::size_t most_;
  bool stopping_ = false;
};

}  // namespace tenon::http1
