#include "worker_pool.hpp"

#include <thread>
#include <utility>

#include "tenon/word/attempt.hpp"

namespace tenon::http1 {

void worker_pool::run(job work) {
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    queue_.push_back(work);
    try {
      wakes = call_one();
    } catch (...) {
      if (threads_.empty()) {  // else those that there are will get to it
        queue_.pop_back();
        throw;
      }
    }
  }
  if (wakes) news_.notify_one();
}

// Calls somebody for what waits, where nobody is on the way. True: the caller is to wake one that sleeps; where none
// sleeps, a thread is started. One at a time: whoever comes takes a job, and calls the next one if something is left.
// So many short jobs cost neither a sleep and a wake each, nor a thread each.
bool worker_pool::call_one() {
  if (called_ > 0 || waiting() == 0) return false;
  const bool wakes = free_ > 0;
  if (!wakes) {
    if (threads_.size() == most_) return false;
    threads_.emplace_back("tenon worker", [this] { serve(); });
  }
  ++called_;
  return wakes;
}

void worker_pool::serve() {
  std::unique_lock lock(mutex_);
  come();
  for (;;) {
    while (waiting() == 0 && !stopping_) {
      ++free_;
      news_.wait(lock);
      --free_;
      come();
    }
    if (waiting() == 0) return;
    const job work = queue_[next_++];
    if (next_ * 2 > queue_.size()) {  // seldom enough to cost little, often enough to keep the queue short
      queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(next_));
      next_ = 0;
    }
    bool wakes = false;
    // Where the system gives no thread it may in a moment. If not, whoever is free first gets to it, or the next job
    // that comes has it tried again.
    for (int tries = 0; tries < 5 && !attempt([&] { wakes = call_one(); }, [] {}); ++tries) {
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
    lock.unlock();
    if (wakes) news_.notify_one();
    work.run(work.data);
    lock.lock();
  }
}

void worker_pool::stop() noexcept {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  news_.notify_all();
  // Whoever still runs may start another one for what is left, which then stands behind.
  for (std::size_t i = 0;; ++i) {
    thread one;
    {
      const std::lock_guard lock(mutex_);
      if (i == threads_.size()) break;
      one = std::move(threads_[i]);
    }
    one.join();
  }
  threads_.clear();
}

}  // namespace tenon::http1
