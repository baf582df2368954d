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

#if defined(__cpp_exceptions)
#define TENON_TRY try
#define TENON_CAUGHT catch (...)
#else
#define TENON_TRY
#define TENON_CAUGHT if constexpr (false)
#endif

template <class Host, moment When, class E, class App>
[[gnu::cold]] void threw(App& app, std::size_t rank, E& event) noexcept {
  Host::failed(app, rank, E::name);
  // As another event it is for the emitted one to say whether that is a veto.
  if constexpr (When != moment::as_another && fail_closed<std::remove_const_t<E>> && !std::is_const_v<E>)
    event.allow = false;
}

// `Host` is how the app lets itself be reached: at<Rank>, part<X>(app), listening_context<X, E>(app),
// may_be_deaf(rank), records(app), hears(record), skipped(app, rank), post<X>(app, f), and, for a listener that threw,
// failed(app, rank, event). False: the listener threw.
template <class Host, std::size_t Rank, hearing How, moment When, class E, class App>
[[gnu::always_inline]] inline bool tell(App& app, E& event) {
  using X = typename Host::template at<Rank>;
  if constexpr (When != moment::posted && is_posted<X>) {
    post_to<Host, Rank, How>(app, std::as_const(event));
    return true;
  } else {
    if constexpr (When != moment::posted && Host::may_be_deaf(Rank))
      if (!Host::hears(Host::records(app)[Rank])) [[unlikely]] {
        Host::skipped(app, Rank);
        return true;
      }
    TENON_TRY {
      if constexpr (KnowsListener<E>) event.heard_by(X::manifest.name);
      if constexpr (How == hearing::on) {
        Host::template part<X>(app).on(event);
      } else if constexpr (How == hearing::any) {
        Host::template part<X>(app).on_any(event);
      } else {
        auto ctx = Host::template listening_context<X, std::remove_const_t<E>>(app);
        if constexpr (How == hearing::on_with_context)
          Host::template part<X>(app).on(event, ctx);
        else
          Host::template part<X>(app).on_any(event, ctx);
      }
    }
    TENON_CAUGHT {
      threw<Host, When>(app, Rank, event);
      return false;
    }
    return true;
  }
}

// The same for up to sixteen who hear an emitted event, from one place in the table on. Most take the event alone, and
// what is to be done for them stands in this one function: a function for each pair of an extension and an event costs
// a compiler more than all that is in it.
#define TENON_TELL_NEXT(i)                                                                    \
  if constexpr (i < Count) {                                                                  \
    constexpr const auto& one = Host::events::listeners.all[From + i];                        \
    using X = typename Host::template at<one.rank>;                                           \
    if constexpr (one.how != hearing::on || is_posted<X>) {                                   \
      tell<Host, one.rank, one.how, moment::emitted>(app, event);                             \
    } else if (Host::may_be_deaf(one.rank) && !Host::hears(records[one.rank])) [[unlikely]] { \
      Host::skipped(app, one.rank);                                                           \
    } else {                                                                                  \
      TENON_TRY {                                                                             \
        if constexpr (KnowsListener<E>) event.heard_by(X::manifest.name);                     \
        Host::template part<X>(app).on(event);                                                \
      }                                                                                       \
      TENON_CAUGHT { threw<Host, moment::emitted>(app, one.rank, event); }                    \
    }                                                                                         \
  }
inline constexpr std::size_t told_at_once = 16;
template <class Host, std::size_t From, std::size_t Count, class E, class App>
[[gnu::always_inline]] inline bool tell_some([[maybe_unused]] App& app, [[maybe_unused]] E& event) {
  [[maybe_unused]] const auto* const records = Host::records(app);
  TENON_TELL_NEXT(0)
  TENON_TELL_NEXT(1)
  TENON_TELL_NEXT(2)
  TENON_TELL_NEXT(3)
  TENON_TELL_NEXT(4)
  TENON_TELL_NEXT(5)
  TENON_TELL_NEXT(6)
  TENON_TELL_NEXT(7)
  TENON_TELL_NEXT(8)
  TENON_TELL_NEXT(9)
  TENON_TELL_NEXT(10)
  TENON_TELL_NEXT(11)
  TENON_TELL_NEXT(12)
  TENON_TELL_NEXT(13)
  TENON_TELL_NEXT(14)
  TENON_TELL_NEXT(15)
  return true;
}
#undef TENON_TELL_NEXT
#undef TENON_TRY
#undef TENON_CAUGHT

}  // namespace tenon::event::detail
