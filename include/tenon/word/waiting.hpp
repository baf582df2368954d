// What a handler that is a coroutine can wait for.
#pragma once

#include <chrono>
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "tenon/word/attempt.hpp"
#include "tenon/word/event_loop.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// `co_await pause(request, 10ms)`: the coroutine goes on after that time; the connection's thread serves others
// meanwhile.
[[nodiscard]] inline auto pause(const request& from, std::chrono::milliseconds delay) {
  struct awaiter {
    event_loop& loop;
    std::chrono::milliseconds delay;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> self) {
      loop.post_after(delay,
                      {[](void* frame) { std::coroutine_handle<>::from_address(frame).resume(); }, self.address()});
    }
    void await_resume() const noexcept {}
  };
  return awaiter{*from.loop, delay};
}

// For what would go on for ever, as a stream of events does: the server waits for it, and stops.
[[nodiscard]] inline bool is_closing(const request& from) noexcept {
  return from.loop != nullptr && from.loop->closing();
}

// `co_await offload(request, [&] { return slow(); })`: runs it on a thread that may block; the coroutine goes on, on
// the connection's thread, with what it returned or threw.
template <class F>
[[nodiscard]] auto offload(const request& from, F work) {
  using result_type = std::invoke_result_t<F&>;
  using stored_type = std::conditional_t<std::is_void_v<result_type>, bool, result_type>;
  struct awaiter {
    event_loop& loop;
    F work;
    std::coroutine_handle<> self{};
    std::optional<stored_type> value{};
    std::exception_ptr failure{};
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> frame) {
      self = frame;
      loop.offload({[](void* data) {
                      auto& me = *static_cast<awaiter*>(data);
                      attempt(
                          [&me] {
                            if constexpr (std::is_void_v<result_type>) {
                              me.work();
                              me.value.emplace(true);
                            } else {
                              me.value.emplace(me.work());
                            }
                          },
                          [&me] { me.failure = std::current_exception(); });
                      me.loop.post({[](void* same) { static_cast<awaiter*>(same)->self.resume(); }, data});
                    },
                    this});
    }
    result_type await_resume() {
      if (failure) std::rethrow_exception(failure);
      if constexpr (!std::is_void_v<result_type>) return std::move(*value);
    }
  };
  return awaiter{*from.loop, std::move(work)};
}

}  // namespace tenon
