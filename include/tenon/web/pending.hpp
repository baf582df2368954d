// A coroutine that answers an exchange, now or later.
#pragma once

#include <pthread.h>

#include <atomic>
#include <coroutine>
#include <exception>

#include "tenon/word/exchange.hpp"

namespace tenon::web {

// From any thread: the answer is given on the connection's.
inline void complete_at_home(exchange& one) {
  one.request.loop->post({[](void* data) {
                            exchange& answered = *static_cast<exchange*>(data);
                            answered.complete(answered);
                          },
                          &one});
}

// Runs at once, until it ends or first waits. It ends on the connection's thread as a rule, but a handler may wait for
// something that resumes it elsewhere; so whoever comes second, the coroutine or the one that made it, gives the
// answer, and the frame goes away with that.
class pending {
 public:
  struct promise_type {
    exchange& one;
    pthread_t home = pthread_self();
    std::atomic<bool> first_has_come{false};

    // Its first parameters are those of the coroutine.
    template <class... Rest>
    explicit promise_type(exchange& answered, Rest&...) noexcept : one(answered) {}

    pending get_return_object() noexcept { return pending(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    auto final_suspend() noexcept {
      struct hand_over {
        bool await_ready() noexcept { return false; }
        void await_suspend(std::coroutine_handle<promise_type> self) noexcept {
          promise_type& promise = self.promise();
          if (!promise.first_has_come.exchange(true, std::memory_order_acq_rel)) return;
          exchange& answered = promise.one;
          const bool at_home = pthread_equal(promise.home, pthread_self()) != 0;
          self.destroy();
          if (at_home)
            answered.complete(answered);
          else
            complete_at_home(answered);
        }
        void await_resume() noexcept {}
      };
      return hand_over{};
    }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { std::terminate(); }  // the coroutine catches everything
  };

  // True: it has ended, the answer is there. False: it comes by exchange.complete. To be asked once.
  [[nodiscard]] bool settle() noexcept {
    if (!frame_.promise().first_has_come.exchange(true, std::memory_order_acq_rel)) return false;
    frame_.destroy();
    return true;
  }

 private:
  explicit pending(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
  std::coroutine_handle<promise_type> frame_;
};

}  // namespace tenon::web
