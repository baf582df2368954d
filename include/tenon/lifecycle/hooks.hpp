// What is found of the lifecycle's hooks on a type, and what is wrong with it.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/concepts/housekeeping_period.hpp"
#include "tenon/diagnostic/hook_not_callable.hpp"
#include "tenon/diagnostic/housekeeping_without_period.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/lifecycle/hook_list.hpp"
#include "tenon/lifecycle/named_hooks.hpp"

namespace tenon::lifecycle {

// What the app calls: the hooks of one extension, in the order of `hooks`, each null where the extension has none.
using hook_call = void (*)(void* app);
using period_call = std::chrono::nanoseconds (*)(void* app);
struct hook_row {
  std::array<hook_call, hook_count> call{};
  period_call housekeeping_period = nullptr;

  [[nodiscard]] constexpr hook_call operator[](phase which) const { return call[static_cast<std::size_t>(which)]; }
};

// The hooks that the app can call. Apart from who has them: as a class within the next it would be another for each.
struct found_hooks {
  std::array<std::string_view, hook_count> names{};
  std::array<std::size_t, hook_count> at{};  // their places in `hooks`
  std::size_t count = 0;
  std::string_view not_callable{};
  bool keeps_house = false, has_period = false;

  [[nodiscard]] constexpr bool are_callable() const { return not_callable.empty(); }
  [[nodiscard]] constexpr bool are_sound() const { return are_callable() && keeps_house == has_period; }
  [[nodiscard]] constexpr bool has(phase which) const {
    for (std::size_t i = 0; i < count; ++i)
      if (at[i] == static_cast<std::size_t>(which)) return true;
    return false;
  }
};

namespace detail {

template <std::size_t... I>
constexpr std::array<std::string_view, hook_count> all_names(std::index_sequence<I...>) {
  return {hook_at<I>::name...};
}
inline constexpr std::array<std::string_view, hook_count> hook_names =
    all_names(std::make_index_sequence<hook_count>());

// Which of the named ones can be called, behind a first entry that stands for none.
constexpr found_hooks gathered(const named_hooks& named, const bool* can) {
  found_hooks out;
  for (std::size_t i = 0; i < named.count; ++i) {
    const std::size_t hook = named.at[i];
    if (!can[i + 1]) {
      out.not_callable = hook_names[hook];
      continue;
    }
    out.keeps_house = out.keeps_house || hook == static_cast<std::size_t>(phase::housekeeping);
    out.at[out.count] = hook;
    out.names[out.count++] = hook_names[hook];
  }
  return out;
}

}  // namespace detail

template <class X, class Context>
struct hooks_of {
 private:
  template <std::size_t... I>
  static constexpr found_hooks look(std::index_sequence<I...>) {
    const bool can[]{true, hook_at<named_hooks_of<X>.at[I]>::template callable<X, Context>...};
    found_hooks out = detail::gathered(named_hooks_of<X>, can);
    if constexpr (named_hooks_of<X>.period) out.has_period = HousekeepingPeriod<X, Context>;
    return out;
  }

 public:
  static constexpr found_hooks found = look(std::make_index_sequence<named_hooks_of<X>.count>());

  static std::chrono::nanoseconds period([[maybe_unused]] X& x, [[maybe_unused]] Context& ctx) {
    if constexpr (requires { x.housekeeping_period(); })
      return x.housekeeping_period();
    else if constexpr (requires { x.housekeeping_period(ctx); })
      return x.housekeeping_period(ctx);
    else
      return x.housekeeping_period;
  }
};

namespace detail {

template <class X, class Context>
struct hook_complaint {
  static constexpr diagnostic::sentence text{X::manifest.name,
                                             " has a member ",
                                             hooks_of<X, Context>::found.not_callable,
                                             " that the app cannot call as a hook. Make it public and write void ",
                                             hooks_of<X, Context>::found.not_callable,
                                             "() or void ",
                                             hooks_of<X, Context>::found.not_callable,
                                             "(auto& ctx); or give it another name."};
};
template <class X, class Context>
struct half_a_pair {
  static constexpr diagnostic::sentence text =
      hooks_of<X, Context>::found.keeps_house
          ? diagnostic::sentence(X::manifest.name,
                                 " has on_housekeeping and no housekeeping_period that says how often. Write static "
                                 "constexpr std::chrono::seconds housekeeping_period{60}, or a member function that "
                                 "returns a duration.")
          : diagnostic::sentence(X::manifest.name,
                                 " has a housekeeping_period and no on_housekeeping. Write void on_housekeeping() "
                                 "or void on_housekeeping(auto& ctx), or drop the period.");
};

}  // namespace detail

// Inherited by the app, for each of its extensions.
template <class X, class Context>
using hooks_check =
    std::conditional_t<hooks_of<X, Context>::found.are_callable(),
                       diagnostic::check<hooks_of<X, Context>::found.are_sound(),
                                         diagnostic::housekeeping_without_period, detail::half_a_pair<X, Context>>,
                       diagnostic::check<false, diagnostic::hook_not_callable, detail::hook_complaint<X, Context>>>;

}  // namespace tenon::lifecycle
