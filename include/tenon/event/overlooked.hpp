// Whether an extension has an `on` that nobody could call, beside others or alone: a private one, or one that takes its
// event in another way.
//
// A call of what is private is no expression, and no more is one of what is not there or that two would take. So an
// argument is made up that may become this event or that, and what one more event makes of a good call is looked at.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "tenon/concepts/event.hpp"
#include "tenon/concepts/listens.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::event {

namespace detail {

// By a call, because g++ 12 lets anybody take the address of one of several that is private.
template <class X, class E, class... Context>
concept CalledWith = Event<E> && requires(X& x, E& event, Context&... ctx) { x.on(event, ctx...); };
template <class X, class E, class... Context>
concept NotCalledWith = Event<E> && !CalledWith<X, E, Context...>;

// The event that is known to be heard, or one that X cannot be told. With an `on` for such a one there are two to call.
template <class X, class Known, class... Context>
struct known_or_untold {
  template <class E>
    requires(std::is_same_v<std::remove_const_t<E>, Known> || NotCalledWith<X, std::remove_const_t<E>, Context...>)
  operator E&() const;
};
template <class Known, class Other>
struct known_or {
  template <class E>
    requires(std::is_same_v<std::remove_const_t<E>, Known> || std::is_same_v<std::remove_const_t<E>, Other>)
  operator E&() const;
};

// One that X can be told, of those whose names come before that of a given one, or of all. There may be an `on` for it
// as a constant and another, so they are asked for apart.
template <class X, bool Const, class... Context>
struct told {
  template <class E>
    requires(std::is_const_v<E> == Const && CalledWith<X, std::remove_const_t<E>, Context...>)
  operator E&() const;
};
template <class X, bool Const, class Bound, class... Context>
struct told_before {
  template <class E>
    requires(std::is_const_v<E> == Const && CalledWith<X, std::remove_const_t<E>, Context...> &&
             std::string_view(E::name) < std::string_view(Bound::name))
  operator E&() const;
};
template <class X, bool Const, class E, class... Context>
concept HasOneBefore =
    requires(X& x, const told_before<X, Const, E, Context...>& one, Context&... ctx) { x.on(one, ctx...); };
// The second one by name.
template <class X, bool Const, class... Context>
struct told_second {
  template <class E>
    requires(std::is_const_v<E> == Const && CalledWith<X, std::remove_const_t<E>, Context...> &&
             HasOneBefore<X, Const, E, Context...>)
  operator E&() const;
};

// Whether there is one that it can be told: it alone, or two of which one is the second.
template <class X, bool Const, class... Context>
concept IsTold = requires(X& x, const told<X, Const, Context...>& one, Context&... ctx) { x.on(one, ctx...); } ||
                 requires(X& x, const told_second<X, Const, Context...>& one, Context&... ctx) { x.on(one, ctx...); };

}  // namespace detail

// Of an X with an `on`, of which nothing is known to be heard: whether it has none that could be called with any event.
template <class X, class Context>
inline constexpr bool is_deaf_to_all = !(detail::IsTold<X, true> || detail::IsTold<X, false> ||
                                         detail::IsTold<X, true, Context> || detail::IsTold<X, false, Context>);

// Of an X that hears `Known`, with or without a context.
template <class X, class Known, class... Context>
inline constexpr bool overlooks =
    !requires(X& x, const detail::known_or_untold<X, Known, Context...>& one, Context&... ctx) { x.on(one, ctx...); };

}  // namespace tenon::event
