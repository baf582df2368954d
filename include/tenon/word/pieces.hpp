// A body that is written in pieces: a coroutine that yields one text after the other, and may wait in between.
#pragma once

#include <atomic>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace tenon {

// `tenon::pieces count(const tenon::request& from) { for (int i = 0; i < 3; ++i) { co_yield "..."; co_await
// tenon::pause(from, 1s); } }`. It begins when the head of the answer has been made, is asked for the next piece when
// the peer has taken those before, and may use the request until it ends. It is destroyed at a co_yield where the peer
// has gone, or the server stops. What it throws breaks the answer off, so that the peer sees that something is missing.
class pieces {
 public:
  enum class step : std::uint8_t {
    piece,  // `text` is the next one
    waits,  // `came` will be called, from any thread
    end,
  };
  struct listener {
    void (*came)(void* data) noexcept = nullptr;
    void* data = nullptr;
  };

  struct promise_type {
    std::string text{};
    std::exception_ptr failure{};
    listener to_tell{};
    std::atomic<bool> first_has_come{false};  // of two: whoever asked has returned, and there is something

    pieces get_return_object() { return pieces(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct hand_over {
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<promise_type> self) noexcept {
        const listener who = self.promise().to_tell;
        // Behind this it may be gone.
        if (self.promise().first_has_come.exchange(true, std::memory_order_acq_rel)) who.came(who.data);
      }
      void await_resume() noexcept {}
    };
    hand_over yield_value(std::string piece) noexcept {
      text = std::move(piece);
      return {};
    }
    hand_over final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept { failure = std::current_exception(); }
  };

  pieces(pieces&& other) noexcept : frame_(std::exchange(other.frame_, {})), beside_(std::move(other.beside_)) {}
  pieces& operator=(pieces&& other) noexcept {
    std::swap(frame_, other.frame_);
    beside_.swap(other.beside_);
    return *this;
  }
  // Not while it waits.
  ~pieces() {
    if (frame_) frame_.destroy();
  }

  // Goes on to the next piece. After `waits` this is not to be called before `came` was, and then `found` says what
  // there is. Nothing is to be asked after `end`.
  [[nodiscard]] step next(listener who) {
    promise_type& promise = frame_.promise();
    promise.to_tell = who;
    promise.first_has_come.store(false, std::memory_order_relaxed);
    frame_.resume();
    return promise.first_has_come.exchange(true, std::memory_order_acq_rel) ? found() : step::waits;
  }
  [[nodiscard]] step found() const noexcept { return frame_.done() ? step::end : step::piece; }
  [[nodiscard]] std::string_view text() const noexcept { return frame_.promise().text; }
  // At the end: what it threw; null: nothing.
  [[nodiscard]] std::exception_ptr failure() const noexcept { return frame_.promise().failure; }

  // Has something live as long as this.
  void keep(std::shared_ptr<void> what) noexcept { beside_ = std::move(what); }

 private:
  explicit pieces(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
  std::coroutine_handle<promise_type> frame_;
  std::shared_ptr<void> beside_{};  // given back after the frame
};

}  // namespace tenon
