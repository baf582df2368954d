// To wait for one of two.
#pragma once

#include <concepts>
#include <coroutine>
#include <optional>
#include <utility>

namespace tenon {

// What can be waited for, and be left: it gives an optional, and where it is left nothing of it is lost.
template <class A>
concept Leavable = requires(A& one, std::coroutine_handle<> waiter) {
  { one.await_ready() } -> std::convertible_to<bool>;
  { one.await_suspend(waiter) } -> std::same_as<bool>;
  { one.withdraw() } noexcept;
  { one.has_come() } -> std::convertible_to<bool>;
  { *one.await_resume() };
};

// `const auto [said, heard] = co_await tenon::either(peer.receive(), news.next(15s));` Goes on as soon as one has come,
// and gives what there is of both: none of the one that has not come, none of either where the time of one is over.
template <Leavable A, Leavable B>
[[nodiscard]] auto either(A first, B second) {
  struct awaiter {
    A first;
    B second;
    bool await_ready() { return first.await_ready() || second.await_ready(); }
    bool await_suspend(std::coroutine_handle<> self) { return first.await_suspend(self) && second.await_suspend(self); }
    auto await_resume() {
      first.withdraw();
      second.withdraw();
      using first_type = decltype(first.await_resume());
      using second_type = decltype(second.await_resume());
      std::pair<first_type, second_type> out{};
      if (first.has_come()) out.first = first.await_resume();
      if (second.has_come()) out.second = second.await_resume();
      return out;
    }
  };
  return awaiter{std::move(first), std::move(second)};
}

}  // namespace tenon
