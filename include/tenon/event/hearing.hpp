// Whether and how one extension hears one event.
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "tenon/concepts/event.hpp"
#include "tenon/concepts/listens.hpp"
#include "tenon/event/listens.hpp"

namespace tenon::event {

enum class hearing : std::uint8_t {
  none,
  on,               // void on(E&)
  on_with_context,  // void on(E&, auto& ctx)
  any,              // void on_any(auto& event), by a pattern
  any_with_context,
  not_exact,        // an `on` that takes it by value, or answers something
  not_listed,       // an `on` for it, and a closed list without it
  any_not_callable  // a pattern for it, and no on_any
};

[[nodiscard]] constexpr bool is_heard(hearing how) noexcept {
  return how == hearing::on || how == hearing::on_with_context || how == hearing::any ||
         how == hearing::any_with_context;
}

namespace detail {

// Does X have a member `on` at all? Most do not, and then nothing else is asked of them.
struct on_decoy {
  int on;
};
template <class X>
struct on_probe : X, on_decoy {};
template <class X>
inline constexpr bool has_on = [] {
  if constexpr (std::is_final_v<X>)
    return true;  // nothing can derive from it, so it has to be asked for every event
  else
    return !requires { &on_probe<X>::on; };
}();

// The call compiles, by whatever conversion.
template <class X, class E, class Context>
concept CallableOn =
    has_on<X> &&
    (requires(X& x, E& event) { x.on(event); } || requires(X& x, E& event, Context& ctx) { x.on(event, ctx); });

// By value, or with an answer that nobody would read.
template <class X, class E, class Context>
concept Misheard =
    requires(X& x, E& event) { requires !std::is_void_v<decltype(x.on(event))>; } ||
    requires(X& x, E& event, Context& ctx) { requires !std::is_void_v<decltype(x.on(event, ctx))>; } ||
    requires { static_cast<void (X::*)(E)>(&X::on); } || requires { static_cast<void (X::*)(E, Context&)>(&X::on); };

}  // namespace detail

// Worth a closer look; asked of every pair of an extension and an event, so it asks little.
template <class X, class E, class Context>
concept MayHear = detail::CallableOn<X, E, Context> || (listens<X>::has_pattern(E::name));

// The closer look.
template <class X, class E, class Context>
consteval hearing hearing_of() {
  using list = listens<X>;
  constexpr bool by_pattern = list::has_pattern(E::name);
  constexpr bool is_listed = [] {
    if constexpr (list::closed && list::is_list)
      return list::template has<E>;
    else
      return true;
  }();
  if constexpr (ListensWithoutContext<X, E>)
    return is_listed || by_pattern ? hearing::on : hearing::not_listed;
  else if constexpr (ListensWithContext<X, E, Context>)
    return is_listed || by_pattern ? hearing::on_with_context : hearing::not_listed;
  else if constexpr (by_pattern && requires(X& x, E& event) {
                       { x.on_any(event) } -> std::same_as<void>;
                     })
    return hearing::any;
  else if constexpr (by_pattern && ListensToAny<X, E, Context>)
    return hearing::any_with_context;
  else if constexpr (by_pattern)
    return hearing::any_not_callable;
  else
    return detail::Misheard<X, E, Context> ? hearing::not_exact : hearing::none;
}

}  // namespace tenon::event
