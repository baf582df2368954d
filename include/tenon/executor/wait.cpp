#include "tenon/executor/wait.hpp"

#include <coroutine>
#include <exception>

namespace tenon::executor {

namespace {

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
ending tell(background& where, blocked_thread& self) {
  where.end(self);
  co_return;
}

}  // namespace

std::coroutine_handle<> detail::ending_of(background& where, blocked_thread& self) { return tell(where, self).frame; }

}  // namespace tenon::executor
