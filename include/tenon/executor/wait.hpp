// Waiting for a task on a thread that has nothing else to do.
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "tenon/executor/background.hpp"
#include "tenon/executor/work.hpp"
#include "tenon/word/task.hpp"

namespace tenon::executor {

namespace detail {

// Resumed by a task that has ended; its frame goes by itself.
struct ending {
  struct promise_type {
    ending get_return_object() noexcept { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }
  };
  std::coroutine_handle<> frame;
};
inline ending tell(background& where, blocked_thread& self) {
  where.end(self);
  co_return;
}

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
  what.start(detail::tell(where, here.self()).frame);
  while (const std::coroutine_handle<> one = where.next(here.self())) one.resume();
  return what.result();
}

}  // namespace tenon::executor
