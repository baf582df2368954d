// One event to one listener. Always inlined: what is left is the listener's own code, as if it had been called by hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "tenon/concepts/event.hpp"
#include "tenon/event/event_facts.hpp"
#include "tenon/event/hearing.hpp"

namespace tenon::event::detail {

// In post.hpp.
template <class Host, std::size_t Rank, hearing How, class E, class App>
void post_to(App& app, const E& event);

// `as_another`: emitted, and heard as another event that an alias makes one with it.
enum class moment : std::uint8_t { emitted, as_another, posted };

// `Host` is how the app lets itself be reached: at<Rank>, listening_context<X, E>(app),
// may_be_deaf(rank), hears(app, rank), skipped(app, rank), post<X>(app, f), and, for a listener that threw, failed(app,
// rank, event). One function for each pair of an extension and an event that it hears, because there are many of them
// and each costs a compiler a millisecond: so the same one decides what becomes of an event when it is emitted. False:
// the listener threw.
template <class Host, std::size_t Rank, hearing How, moment When, class E, class App>
[[gnu::always_inline]] inline bool tell(App& app, E& event) {
  using X = typename Host::template at<Rank>;
  if constexpr (When != moment::posted && is_posted<X>) {
    post_to<Host, Rank, How>(app, std::as_const(event));
    return true;
  } else {
    if constexpr (When != moment::posted && Host::may_be_deaf(Rank))
      if (!Host::hears(app, Rank)) [[unlikely]] {
        Host::skipped(app, Rank);
        return true;
      }
#if defined(__cpp_exceptions)
    try {
#endif
      if constexpr (KnowsListener<E>) event.heard_by(X::manifest.name);
      if constexpr (How == hearing::on) {
        app.template part<X>().on(event);
      } else if constexpr (How == hearing::any) {
        app.template part<X>().on_any(event);
      } else {
        auto ctx = Host::template listening_context<X, std::remove_const_t<E>>(app);
        if constexpr (How == hearing::on_with_context)
          app.template part<X>().on(event, ctx);
        else
          app.template part<X>().on_any(event, ctx);
      }
#if defined(__cpp_exceptions)
    } catch (...) {
      Host::failed(app, Rank, E::name);
      // As another event it is for the emitted one to say whether that is a veto.
      if constexpr (When != moment::as_another && fail_closed<std::remove_const_t<E>> && !std::is_const_v<E>)
        event.allow = false;
      return false;
    }
#endif
    return true;
  }
}

}  // namespace tenon::event::detail
