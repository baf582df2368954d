// One event to everybody who hears it, in start order. Thin and always inlined: what is left is the listeners' own
// code, as if each had been called by hand.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenon/concepts/event.hpp"
#include "tenon/event/composed_events.hpp"
#include "tenon/event/depth.hpp"
#include "tenon/event/event_facts.hpp"
#include "tenon/event/hearing.hpp"

namespace tenon::event {

namespace detail {

template <hearing How, class X, class E, class Context>
[[gnu::always_inline]] inline void call(X& x, E& event, [[maybe_unused]] Context& ctx) {
  if constexpr (How == hearing::on)
    x.on(event);
  else if constexpr (How == hearing::on_with_context)
    x.on(event, ctx);
  else if constexpr (How == hearing::any)
    x.on_any(event);
  else
    x.on_any(event, ctx);
}

template <hearing How, class X, class E, class Context>
inline constexpr bool never_throws = [] {
  if constexpr (How == hearing::on)
    return noexcept(std::declval<X&>().on(std::declval<E&>()));
  else if constexpr (How == hearing::on_with_context)
    return noexcept(std::declval<X&>().on(std::declval<E&>(), std::declval<Context&>()));
  else if constexpr (How == hearing::any)
    return noexcept(std::declval<X&>().on_any(std::declval<E&>()));
  else
    return noexcept(std::declval<X&>().on_any(std::declval<E&>(), std::declval<Context&>()));
}();

// `Host` is how the app lets itself be reached: extension<X>(app), context<X>(app), hears<X>(app), may_be_deaf<X>, and,
// for a listener that threw, failed<X>(app, event).
template <class Host, class X, hearing How, class E, class App>
[[gnu::always_inline]] inline void deliver_to(App& app, E& event) {
  if constexpr (Host::template may_be_deaf<X>)
    if (!Host::template hears<X>(app)) [[unlikely]]
      return Host::template skipped<X>(app);
  auto ctx = Host::template context<X>(app);
  if constexpr (KnowsListener<E>) event.heard_by(X::manifest.name);
  if constexpr (never_throws<How, X, E, decltype(ctx)>) {
    call<How>(Host::template extension<X>(app), event, ctx);
  } else {
#if defined(__cpp_exceptions)
    try {
      call<How>(Host::template extension<X>(app), event, ctx);
    } catch (...) {
      Host::template failed<X>(app, E::name);
      if constexpr (fail_closed<E>) event.allow = false;
    }
#else
    call<How>(Host::template extension<X>(app), event, ctx);
#endif
  }
}

}  // namespace detail

// `Emitter` declares E among what it emits. Throws where the event comes back to itself too often; nothing else.
template <class Host, class Emitter, class E, class App>
[[gnu::always_inline]] inline void deliver(App& app, E& event) {
  using events = typename Host::events;
  constexpr auto all = events::template listeners<E>;
  auto each = [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
    [[maybe_unused]] int calls[] = {
        0, (detail::deliver_to<Host, typename Host::template at<all[I].rank>, all[I].how>(app, event), 0)...};
  };
  if constexpr (events::template returns<E>) {
    const depth<std::pair<Host, E>> deeper(E::name, Emitter::manifest.name);
    each(std::make_index_sequence<all.size()>{});
  } else {
    each(std::make_index_sequence<all.size()>{});
  }
}

// To one extension that hears E.
template <class Host, class Emitter, class E, std::size_t Place, class App>
[[gnu::always_inline]] inline void deliver_to_one(App& app, E& event) {
  using events = typename Host::events;
  constexpr listener one = events::template listeners<E>[Place];
  if constexpr (events::template returns<E>) {
    const depth<std::pair<Host, E>> deeper(E::name, Emitter::manifest.name);
    detail::deliver_to<Host, typename Host::template at<one.rank>, one.how>(app, event);
  } else {
    detail::deliver_to<Host, typename Host::template at<one.rank>, one.how>(app, event);
  }
}

}  // namespace tenon::event
