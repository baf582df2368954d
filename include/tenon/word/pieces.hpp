// A body that is written in pieces: a coroutine that yields one text after the other, and may wait in between.
#pragma once

#include <atomic>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tenon {

struct actor;

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
    std::size_t sent = 0;  // bytes
    std::atomic<bool> begun{false};
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

  pieces(pieces&& other) noexcept
      : host_(std::move(other.host_)), welcomes_(other.welcomes_), frame_(std::exchange(other.frame_, {})) {}
  pieces& operator=(pieces&& other) noexcept {
    std::swap(frame_, other.frame_);
    std::swap(welcomes_, other.welcomes_);
    host_.swap(other.host_);
    return *this;
  }
  // Not while it waits.
  ~pieces() {
    if (frame_) frame_.destroy();
  }

  // To be called before anything else. False: somebody has, and they can be given once.
  [[nodiscard]] bool begin() noexcept { return !frame_.promise().begun.exchange(true, std::memory_order_relaxed); }
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
  // By whoever sends them: so many bytes more. And how many there have been.
  void add_sent(std::size_t size) noexcept { frame_.promise().sent += size; }
  [[nodiscard]] std::size_t sent() const noexcept { return frame_.promise().sent; }
  // At the end: what it threw; null: nothing.
  [[nodiscard]] std::exception_ptr failure() const noexcept { return frame_.promise().failure; }

  // For the app: whose they are is not left before they have ended, and may want them to. Of several, all.
  // Host is deduced, so that it is compiled where something is given in pieces.
  template <class Host>
  void stay_with(std::shared_ptr<Host> host, bool (*welcomes)(const void* host) noexcept) {
    if (host_ == nullptr) {
      host_ = std::move(host);
      welcomes_ = welcomes;
      return;
    }
    auto both = std::make_shared<two_hosts>(two_hosts{std::move(host), welcomes, {}, welcomes_});
    both->other = std::move(host_);
    host_ = std::move(both);
    welcomes_ = [](const void* held) noexcept {
      const auto& of = *static_cast<const two_hosts*>(held);
      return of.welcomes(of.host.get()) && of.other_welcomes(of.other.get());
    };
  }
  [[nodiscard]] bool is_welcome() const noexcept { return welcomes_ == nullptr || welcomes_(host_.get()); }

 private:
  struct two_hosts {
    std::shared_ptr<const void> host;
    bool (*welcomes)(const void* host) noexcept;
    std::shared_ptr<const void> other;
    bool (*other_welcomes)(const void* host) noexcept;
  };
  explicit pieces(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
  std::shared_ptr<const void> host_{};  // left after the frame is gone
  bool (*welcomes_)(const void* host) noexcept = nullptr;
  std::coroutine_handle<promise_type> frame_;
};

namespace detail {

// What a handler gets by reference and is gone when it has returned: a context, a route with what it has matched, the
// arguments of a method or a function.
template <class T>
concept ends_with_the_handler =
    requires(T& ctx) { ctx.log(), ctx.extensions(); } || requires { T::parameter_count; } || std::is_same_v<T, actor> ||
    requires { typename std::bool_constant<T::method.name.empty()>; } ||
    requires { typename std::bool_constant<T::function.name.empty()>; };
template <class T>
inline constexpr bool outlives_the_handler = !(std::is_reference_v<T> && ends_with_the_handler<std::remove_cvref_t<T>>);

}  // namespace detail

}  // namespace tenon

template <class... Parameters>
struct std::coroutine_traits<tenon::pieces, Parameters...> {
  static_assert((tenon::detail::outlives_the_handler<Parameters> && ...),
                "pieces outlive the handler that gives them: take ctx, the route, the actor and arguments by value");
  using promise_type = tenon::pieces::promise_type;
};
