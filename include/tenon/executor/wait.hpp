// Waiting for a task on a thread that has nothing else to do.
#pragma once

#include <coroutine>
#include <utility>

#include "tenon/executor/background.hpp"
#include "tenon/executor/work.hpp"
#include "tenon/word/task.hpp"

namespace tenon::executor {

namespace detail {

// To be resumed by a task that has ended; its frame goes by itself.
[[nodiscard]] std::coroutine_handle<> ending_of(background& where, blocked_thread& self);

class blocking {
 public:
  explicit blocking(background& where) : where_(where) { where_.block(self_); }
  ~blocking() { where_.unblock(self_); }
  blocking(const blocking&) = delete;
  blocking& operator=(const blocking&) = delete;
  blocked_thread& self() noexcept { return self_; }

 private:
  background& where_;
  blocked_thread self_{};
};

}  // namespace detail

// Blocks until the task has ended, and gives what it yields or throws. Throws at once where it would block for ever.
template <class R>
R wait(background& where, task<R> what) {
  detail::blocking here(where);
  what.start(detail::ending_of(where, here.self()));
  while (const std::coroutine_handle<> one = where.next(here.self())) one.resume();
  return what.result();
}

}  // namespace tenon::executor
