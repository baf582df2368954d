// One event to everybody who hears it, in start order. Thin and always inlined: what is left is the listeners' own
// code, as if each had been called by hand.
#pragma once

#include <cstddef>
#include <utility>

#include "tenon/concepts/event.hpp"
#include "tenon/event/composed_events.hpp"
#include "tenon/event/deliver_alias.hpp"
#include "tenon/event/depth.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/event/post.hpp"
#include "tenon/event/tell.hpp"

namespace tenon::event {

namespace detail {

template <class Host, class E, class App>
[[gnu::always_inline]] inline void deliver_to_all(App& app, E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>, from = events::listeners.first[place];
  [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
    [[maybe_unused]] int calls[] = {
        0, (tell<Host, events::listeners.all[from + I].rank, events::listeners.all[from + I].how, moment::emitted>(
                app, event),
            0)...};
  }(std::make_index_sequence<events::listeners.count(place)>());
}

// The listener that stands at a place in the table, be it one of the event or of another one.
template <class Host, std::size_t At, class E, class App, class Others>
void deliver_at(App& app, E& event, Others& others) {
  using events = typename Host::events;
  constexpr listener one = events::listeners.all[At];
  if constexpr (one.as == meta::index_of<E, typename events::row>) {
    tell<Host, one.rank, one.how, moment::emitted>(app, event);
  } else {
    deliver_alias<Host, one.rank, one.as>(
        app, event, others, [&](auto& other) { return tell<Host, one.rank, one.how, moment::as_another>(app, other); });
  }
}
template <class Host, class E, class App>
void deliver_to_all_with_aliases(App& app, E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>, from = events::listeners.first[place];
  other_events<events, place> others;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    [[maybe_unused]] int calls[] = {0, (deliver_at<Host, from + I>(app, event, others), 0)...};
  }(std::make_index_sequence<events::listeners.count(place)>());
}

}  // namespace detail

// `Emitter` declares E among what it emits. Throws where the event comes back to itself too often; nothing else.
template <class Host, class Emitter, class E, class App>
[[gnu::always_inline]] inline void deliver(App& app, E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>;
  auto tell_all = [&]() __attribute__((always_inline)) {
    if constexpr (events::is_heard_as_another(place))
      detail::deliver_to_all_with_aliases<Host>(app, event);
    else
      detail::deliver_to_all<Host>(app, event);
  };
  if constexpr (events::returns(place)) {
    const depth<std::pair<Host, E>> deeper(E::name, Emitter::manifest.name);
    tell_all();
  } else {
    tell_all();
  }
}

// To one extension that hears E.
template <class Host, class Emitter, class E, std::size_t Place, class App>
[[gnu::always_inline]] inline void deliver_to_one(App& app, E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>, at = events::listeners.first[place] + Place;
  constexpr listener one = events::listeners.all[at];
  auto tell_one = [&]() __attribute__((always_inline)) {
    if constexpr (one.as != place) {
      other_events<events, place> others;
      detail::deliver_at<Host, at>(app, event, others);
    } else {
      detail::tell<Host, one.rank, one.how, detail::moment::emitted>(app, event);
    }
  };
  if constexpr (events::returns(place)) {
    const depth<std::pair<Host, E>> deeper(E::name, Emitter::manifest.name);
    tell_one();
  } else {
    tell_one();
  }
}

}  // namespace tenon::event
