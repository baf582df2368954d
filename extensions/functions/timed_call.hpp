// A call whose caller does not wait for ever: an answer comes in time, the function's or another one.
#pragma once

#include <atomic>
#include <chrono>
#include <coroutine>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tenon/word/event_loop.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_functions {

// What a function that has outlasted its caller may still look at.
class kept_request {
 public:
  explicit kept_request(const tenon::request& from);
  kept_request(const kept_request&) = delete;
  kept_request& operator=(const kept_request&) = delete;

  [[nodiscard]] const tenon::request& view() const noexcept { return view_; }

 private:
  std::string text_;  // all of it, one behind the other
  std::vector<tenon::header> headers_;
  tenon::request view_;
};

struct timed_call {
  using clock = std::chrono::steady_clock;
  enum class stage : std::uint8_t { queued, begun, given_up };

  timed_call(const tenon::request& from, std::function<tenon::response(const tenon::request&)> what)
      : request(std::in_place, from), work(std::move(what)) {}

  std::atomic<stage> at{stage::queued};
  std::optional<kept_request> request;
  std::function<tenon::response(const tenon::request&)> work;  // on a thread that may block; lets nothing out
  clock::time_point until{};
  // Of the connection's thread alone.
  std::coroutine_handle<> waiter{};  // null: it has its answer
  std::optional<tenon::response> answer{};

  // Once it has returned, or will never begin: a body may be large.
  void let_go() noexcept {
    work = nullptr;
    request.reset();
  }
};

// The calls under way of one connection thread, which looks at them now and then while there are any.
class call_watch : public std::enable_shared_from_this<call_watch> {
 public:
  explicit call_watch(tenon::event_loop& home) : home_(home) {}
  call_watch(const call_watch&) = delete;
  call_watch& operator=(const call_watch&) = delete;

  // `co_await watch.run(call)`: its answer, or none where the time is over before.
  [[nodiscard]] auto run(std::shared_ptr<timed_call> call) {
    struct awaiter {
      std::shared_ptr<call_watch> watch;
      std::shared_ptr<timed_call> call;
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<> self) { watch->begin(call, self); }
      std::optional<tenon::response> await_resume() { return std::move(call->answer); }
    };
    return awaiter{shared_from_this(), std::move(call)};
  }

 private:
  void begin(const std::shared_ptr<timed_call>& call, std::coroutine_handle<> waiter);
  void look();
  void look_again();

  tenon::event_loop& home_;
  std::vector<std::shared_ptr<timed_call>> under_way_{};
  bool looks_ = false;
};

// One for each connection thread.
class call_watches {
 public:
  [[nodiscard]] std::shared_ptr<call_watch> of(tenon::event_loop& home);
  // From now on there may be other threads. What is under way ends as it would have.
  void forget() noexcept;

 private:
  std::mutex mutex_{};
  std::map<tenon::event_loop*, std::shared_ptr<call_watch>> all_{};
};

}  // namespace tenon_functions
