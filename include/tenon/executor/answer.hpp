// What has been asked of an executor: the work there, and the task here that waits for its answer.
#pragma once

#include <coroutine>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "tenon/executor/background.hpp"
#include "tenon/executor/work.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/task.hpp"

namespace tenon::executor {

template <class R>
struct answer : answer_slot {
  std::optional<std::conditional_t<std::is_void_v<R>, bool, R>> value{};
};

template <class R, class F>
class asked_work final : public work {
 public:
  asked_work(std::shared_ptr<executor::answer<R>> answer, F f) : answer_(std::move(answer)), f_(std::move(f)) {}

  void run() noexcept override {
    attempt(
        [&] {
          if constexpr (std::is_void_v<R>)
            f_();
          else
            answer_->value.emplace(f_());
        },
        [&] { answer_->failure = std::current_exception(); });
  }
  [[nodiscard]] std::shared_ptr<answer_slot> answer() const noexcept override { return answer_; }

 private:
  std::shared_ptr<executor::answer<R>> answer_;
  F f_;
};

namespace detail {

template <class R>
task<R> when_there(background& where, std::shared_ptr<answer<R>> wanted) {
  struct arrival {
    background& where;
    answer_slot& wanted;
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> self) { return where.await(wanted, self); }
    void await_resume() const noexcept {}
  };
  co_await arrival{where, *wanted};
  if (wanted->failure) std::rethrow_exception(wanted->failure);
  if constexpr (!std::is_void_v<R>) co_return std::move(*wanted->value);
}

}  // namespace detail

// Begins at once, whether anybody waits or not. What `f` throws, the waiter gets.
template <class F>
[[nodiscard]] auto ask(background& where, std::size_t at, F f) -> task<std::remove_cvref_t<std::invoke_result_t<F&>>> {
  using result_type = std::remove_cvref_t<std::invoke_result_t<F&>>;
  auto wanted = std::make_shared<answer<result_type>>();
  wanted->from = at;
  where.post(at, std::make_unique<asked_work<result_type, F>>(wanted, std::move(f)));
  return detail::when_there<result_type>(where, std::move(wanted));
}

}  // namespace tenon::executor
