#include "worker_pool.hpp"

namespace tenon::http1 {

void worker_pool::run(job work) {
  bool calls = false;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    queue_.push_back(work);
    if (free_ < waiting() && threads_.size() < most_) {
      try {
        threads_.emplace_back("tenon worker", [this] { serve(); });
      } catch (...) {            // no thread, or no memory for one
        if (threads_.empty()) {  // else those that there are will get to it
          queue_.pop_back();
          throw;
        }
      }
    }
    calls = call_one();
  }
  if (calls) news_.notify_one();
}

// True: the caller is to wake one that sleeps. One at a time: whoever comes takes what is there, and calls the next one
// if something is left, so many short jobs do not cost a sleep and a wake each.
bool worker_pool::call_one() {
  if (called_ > 0 || free_ == 0 || waiting() == 0) return false;
  ++called_;
  return true;
}

void worker_pool::serve() {
  for (std::unique_lock lock(mutex_);;) {
    while (waiting() == 0 && !stopping_) {
      ++free_;
      news_.wait(lock);
      --free_;
      if (called_ > 0) --called_;
    }
    if (waiting() == 0) return;
    const job work = queue_[next_++];
    if (next_ * 2 > queue_.size()) {  // seldom enough to cost little, often enough to keep the queue short
      queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(next_));
      next_ = 0;
    }
    const bool calls = call_one();
    lock.unlock();
    if (calls) news_.notify_one();
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
  // Nobody adds a thread any more.
  for (thread& one : threads_) one.join();
  threads_.clear();
}

}  // namespace tenon::http1
