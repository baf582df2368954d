// One event to everybody who hears it, in start order. Thin and always inlined: what is left is the listeners' own
// code, as if each had been called by hand.
#pragma once

#include <cstddef>
#include <utility>

#include "tenon/concepts/event.hpp"
#include "tenon/event/composed_events.hpp"
#include "tenon/event/depth.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/event/post.hpp"
#include "tenon/event/tell.hpp"

namespace tenon::event {

namespace detail {

template <class Host, std::size_t Rank, hearing How, class E, class App>
[[gnu::always_inline]] inline void deliver_to(App& app, E& event) {
  using X = typename Host::template at<Rank>;
  if constexpr (is_posted<X>) {
    post_to<Host, Rank, How>(app, std::as_const(event));
  } else {
    if constexpr (Host::may_be_deaf(Rank))
      if (!Host::hears(app, Rank)) [[unlikely]]
        return Host::skipped(app, Rank);
    tell<Host, Rank, How>(app, event);
  }
}

}  // namespace detail

// `Emitter` declares E among what it emits. Throws where the event comes back to itself too often; nothing else.
template <class Host, class Emitter, class E, class App>
[[gnu::always_inline]] inline void deliver(App& app, E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>, from = events::listeners.first[place];
  auto each = [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
    [[maybe_unused]] int calls[] = {
        0, (detail::deliver_to<Host, events::listeners.all[from + I].rank, events::listeners.all[from + I].how>(app,
                                                                                                                event),
            0)...};
  };
  using all = std::make_index_sequence<events::listeners.count(place)>;
  if constexpr (events::returns(place)) {
    const depth<std::pair<Host, E>> deeper(E::name, Emitter::manifest.name);
    each(all());
  } else {
    each(all());
  }
}

// To one extension that hears E.
template <class Host, class Emitter, class E, std::size_t Place, class App>
[[gnu::always_inline]] inline void deliver_to_one(App& app, E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>;
  constexpr listener one = events::listeners.of(place)[Place];
  if constexpr (events::returns(place)) {
    const depth<std::pair<Host, E>> deeper(E::name, Emitter::manifest.name);
    detail::deliver_to<Host, one.rank, one.how>(app, event);
  } else {
    detail::deliver_to<Host, one.rank, one.how>(app, event);
  }
}

}  // namespace tenon::event
