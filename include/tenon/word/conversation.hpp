// A coroutine that talks with a peer as long as both like.
#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "tenon/word/pieces.hpp"

namespace tenon {

// What handles a web socket (word/web_socket.hpp). It begins when the peer has been let in, on the thread of the
// connection, and has the peer until it ends, which closes the connection. What it throws is logged, and the peer is
// told that the server failed.
class [[nodiscard]] conversation {
 public:
  struct listener {
    void (*ended)(void* data) noexcept = nullptr;  // from the thread that it ended on
    void* data = nullptr;
  };
  struct promise_type {
    std::exception_ptr failure{};
    listener to_tell{};

    conversation get_return_object() { return conversation(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct farewell {
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<promise_type> self) noexcept {
        const listener who = self.promise().to_tell;  // behind the call it may be gone
        who.ended(who.data);
      }
      void await_resume() noexcept {}
    };
    farewell final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { failure = std::current_exception(); }
  };

  conversation(conversation&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
  conversation& operator=(conversation&& other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }
  // Where it has not ended, it has to wait for its peer.
  ~conversation() {
    if (frame_) frame_.destroy();
  }

  // Runs it until it first waits.
  void begin(listener who) {
    frame_.promise().to_tell = who;
    frame_.resume();
  }
  // At the end: what it threw; null: nothing.
  [[nodiscard]] std::exception_ptr failure() const noexcept { return frame_.promise().failure; }

 private:
  explicit conversation(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
  std::coroutine_handle<promise_type> frame_;
};

}  // namespace tenon

template <class... Parameters>
struct std::coroutine_traits<tenon::conversation, Parameters...> {
  static_assert((tenon::detail::outlives_the_handler<Parameters> && ...),
                "a conversation outlives the call of its handler: take ctx and the route by value");
  using promise_type = tenon::conversation::promise_type;
};
