// State that hooks, listeners and handlers share: these overlap, and it is theirs one after the other.
#pragma once

#include <iterator>
#include <mutex>
#include <shared_mutex>
#include <span>  // and with it what a view is: <ranges> is ten times as long
#include <type_traits>
#include <utility>

namespace tenon {

// A member of an extension. `guarded<std::map<std::string, int>> counts_;` and
// `counts_.with([&](auto& counts) { ++counts[name]; });`. The state can be reached in no other way, so a lock cannot be
// forgotten. Within `f` the same guarded must not be asked again, and nothing should be waited for: others wait
// meanwhile, also the connection's thread.
template <class State>
class guarded {
 public:
  guarded() = default;
  template <class... Arguments>
    requires(sizeof...(Arguments) > 0 && std::is_constructible_v<State, Arguments...>)
  explicit guarded(Arguments&&... arguments) : state_(std::forward<Arguments>(arguments)...) {}
  guarded(const guarded&) = delete;
  guarded& operator=(const guarded&) = delete;

  // Calls `f(State&)` while nobody else has it, and gives what that returns, by value.
  template <class F>
  auto with(F&& f) {
    static_assert(is_own<F, State&>,
                  "give a copy of what is wanted: a reference, a view or an iterator would leave the lock behind");
    const std::unique_lock lock(mutex_);
    return std::forward<F>(f)(state_);
  }
  // Calls `f(const State&)`; others may look at it at the same time, and nobody changes it.
  template <class F>
  auto look(F&& f) const {
    static_assert(is_own<F, const State&>,
                  "give a copy of what is wanted: a reference, a view or an iterator would leave the lock behind");
    const std::shared_lock lock(mutex_);
    return std::forward<F>(f)(state_);
  }
  [[nodiscard]] State copy() const {
    return look([](const State& state) { return state; });
  }

 private:
  template <class F, class Given>
  static constexpr bool is_own = [] {
    using result = std::invoke_result_t<F, Given>;
    return !std::is_reference_v<result> && !std::is_pointer_v<result> && !std::input_or_output_iterator<result> &&
           !std::ranges::view<result>;
  }();

  mutable std::shared_mutex mutex_;
  State state_{};
};

}  // namespace tenon
