// Emits: an extension that declares an event among what it emits.
#pragma once

#include "tenon/word/event.hpp"

namespace tenon {

namespace detail {
template <class List>
inline constexpr bool is_every_event = false;
template <>
inline constexpr bool is_every_event<every_event> = true;
template <class... Events>
inline constexpr bool is_every_event<events<every_event, Events...>> = true;

template <class Event, class List>
inline constexpr bool is_among = is_every_event<List>;
template <class Event, class... Events>
  requires(!is_every_event<events<Events...>>)
inline constexpr bool is_among<Event, events<Events...>> = [] {
  for (bool one : {false, __is_same(Event, Events)...})
    if (one) return true;
  return false;
}();
}  // namespace detail

// `using emits = tenon::events<..., E, ...>;`
template <class T, class E>
concept Emits = detail::is_among<E, typename T::emits>;

}  // namespace tenon
