// One event to everybody who hears it, in start order. Thin and always inlined: what is left is the listeners' own
// code, as if each had been called by hand. Few steps from who emits to the listeners: a compiler makes the whole of
// what they do anew in each function on the way.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <type_traits>
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

// Where an event cannot lead to itself.
struct no_depth {
  [[gnu::always_inline]] constexpr no_depth(std::string_view, std::string_view) noexcept {}
};
template <class Host, class E, std::size_t Place>
using depth_of = std::conditional_t<Host::events::returns(Place), depth<std::pair<Host, E>>, no_depth>;

// `From`: where the listeners of the event begin in the table. So many at once as one function tells.
template <class Host, class E, std::size_t Place, std::size_t From, std::size_t Count,
          class Turns = std::make_index_sequence<(Count + told_at_once - 1) / told_at_once>>
struct delivery;
template <class Host, class E, std::size_t Place, std::size_t From, std::size_t Count, std::size_t... I>
struct delivery<Host, E, Place, From, Count, std::index_sequence<I...>> {
  // `Emitter` declares E among what it emits. Throws where the event comes back to itself too often; nothing else.
  template <class Emitter, class App>
  [[gnu::always_inline]] static inline void from([[maybe_unused]] App& app, [[maybe_unused]] E& event) {
    using events = typename Host::events;
    [[maybe_unused]] const depth_of<Host, E, Place> deeper(E::name, Emitter::manifest.name);
    if constexpr (events::is_heard_as_another(Place)) {
      deliver_to_all_with_aliases<Host>(app, event);
    } else {
      [[maybe_unused]] const bool told[] = {
          true,
          tell_some<Host, From + told_at_once * I, std::min(told_at_once, Count - told_at_once * I)>(app, event)...};
    }
  }
};

}  // namespace detail

template <class Host, class E, std::size_t Place = meta::index_of<E, typename Host::events::row>>
using delivery =
    detail::delivery<Host, E, Place, Host::events::listeners.first[Place], Host::events::listeners.count(Place)>;

// To one extension that hears E.
template <class Host, class Emitter, class E, std::size_t Place, class App>
[[gnu::always_inline]] inline void deliver_to_one(App& app, E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>, at = events::listeners.first[place] + Place;
  constexpr listener one = events::listeners.all[at];
  [[maybe_unused]] const detail::depth_of<Host, E, place> deeper(E::name, Emitter::manifest.name);
  if constexpr (one.as != place) {
    other_events<events, place> others;
    detail::deliver_at<Host, at>(app, event, others);
  } else {
    detail::tell<Host, one.rank, one.how, detail::moment::emitted>(app, event);
  }
}

}  // namespace tenon::event
