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

template <class X, class Context>
struct hooks_of {
  struct result {
    std::array<std::string_view, hook_count> names{};
    std::array<std::size_t, hook_count> at{};  // their places in `hooks`
    std::size_t count = 0;
    std::string_view not_callable{};
    bool keeps_house = false, has_period = false;
  };

 private:
  static constexpr named_hooks named = named_hooks_of<X>;
  template <std::size_t... I>
  static constexpr result look(std::index_sequence<I...>) {
    constexpr std::array<bool, sizeof...(I)> can{hook_at<named.at[I]>::template callable<X, Context>...};
    constexpr std::array<std::string_view, sizeof...(I)> names{hook_at<named.at[I]>::name...};
    result out;
    for (std::size_t i = 0; i < can.size(); ++i) {
      const std::size_t hook = named.at[i];
      if (!can[i]) {
        out.not_callable = names[i];
        continue;
      }
      out.keeps_house = out.keeps_house || hook == static_cast<std::size_t>(phase::housekeeping);
      out.at[out.count] = hook;
      out.names[out.count++] = names[i];
    }
    if constexpr (named.period) out.has_period = HousekeepingPeriod<X, Context>;
    return out;
  }

 public:
  static constexpr result found = look(std::make_index_sequence<named.count>());

  static constexpr bool callable = found.not_callable.empty();
  static constexpr bool ok = callable && found.keeps_house == found.has_period;

  struct complaint {
    static constexpr diagnostic::sentence text{
        X::manifest.name,   " has a member ",
        found.not_callable, " that the app cannot call as a hook. Make it public and write void ",
        found.not_callable, "() or void ",
        found.not_callable, "(auto& ctx); or give it another name."};
  };
  struct half_a_pair {
    static constexpr diagnostic::sentence text =
        found.keeps_house
            ? diagnostic::sentence(X::manifest.name,
                                   " has on_housekeeping and no housekeeping_period that says how often. Write static "
                                   "constexpr std::chrono::seconds housekeeping_period{60}, or a member function that "
                                   "returns a duration.")
            : diagnostic::sentence(X::manifest.name,
                                   " has a housekeeping_period and no on_housekeeping. Write void on_housekeeping() "
                                   "or void on_housekeeping(auto& ctx), or drop the period.");
  };

  static std::chrono::nanoseconds period([[maybe_unused]] X& x, [[maybe_unused]] Context& ctx) {
    if constexpr (requires { x.housekeeping_period(); })
      return x.housekeeping_period();
    else if constexpr (requires { x.housekeeping_period(ctx); })
      return x.housekeeping_period(ctx);
    else
      return x.housekeeping_period;
  }
};

// Inherited by the app, for each of its extensions.
template <class X, class Context>
using hooks_check = std::conditional_t<
    hooks_of<X, Context>::callable,
    diagnostic::check<hooks_of<X, Context>::ok, diagnostic::housekeeping_without_period,
                      typename hooks_of<X, Context>::half_a_pair>,
    diagnostic::check<false, diagnostic::hook_not_callable, typename hooks_of<X, Context>::complaint>>;

}  // namespace tenon::lifecycle
