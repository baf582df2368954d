#include "worker_pool.hpp"

namespace tenon::http1 {

void worker_pool::run(job work) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    queue_.push_back(work);
    if (free_ < queue_.size() - next_ && threads_.size() < most_) {
      try {
        threads_.emplace_back("tenon worker", [this] { serve(); });
      } catch (...) {            // no thread, or no memory for one
        if (threads_.empty()) {  // else those that there are will get to it
          queue_.pop_back();
          throw;
        }
      }
    }
  }
  news_.notify_one();
}

void worker_pool::serve() {
  for (std::unique_lock lock(mutex_);;) {
    ++free_;
    news_.wait(lock, [this] { return next_ < queue_.size() || stopping_; });
    --free_;
    if (next_ == queue_.size()) return;
    const job work = queue_[next_++];
    if (next_ * 2 > queue_.size()) {  // seldom enough to cost little, often enough to keep the queue short
      queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(next_));
      next_ = 0;
    }
    lock.unlock();
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
