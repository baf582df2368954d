// One event to somebody who hears another one, where an alias makes the two one.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "tenon/event/event_facts.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/event/listeners.hpp"
#include "tenon/event/shared_fields.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::event {

// One of each other event that somebody hears in the place of this one. They live as long as it is told: what only
// they have goes from one of their listeners to the next.
template <class Events, std::size_t Event>
class other_events {
  static constexpr std::size_t most = Events::listeners.count(Event);
  struct heard {
    std::array<std::size_t, most> event{};
    std::size_t count = 0;
    constexpr std::size_t place_of(std::size_t wanted) const {
      std::size_t i = 0;
      while (i < count && event[i] != wanted) ++i;
      return i;
    }
  };
  static constexpr heard others = [] {
    heard out;
    for (const listener& one : Events::listeners.of(Event))
      if (one.as != Event && out.place_of(one.as) == out.count) out.event[out.count++] = one.as;
    return out;
  }();
  template <std::size_t... I>
  static consteval auto row(std::index_sequence<I...>) {
    return std::type_identity<std::tuple<meta::type_at<others.event[I], typename Events::row>...>>();
  }

 public:
  template <std::size_t As>
  [[nodiscard]] auto& of() noexcept {
    return std::get<others.place_of(As)>(all_);
  }

 private:
  typename decltype(row(std::make_index_sequence<others.count>()))::type all_{};
};

// `hand(other)` is how the listener of rank `Rank` gets it; false: it threw. Where `E` is fail-closed, that is a veto
// whatever the other event says. Where fields cannot be copied for lack of memory, it has not heard.
template <class Host, std::size_t Rank, class E, class Other, class App, class Hand>
void deliver_alias(App& app, E& event, Other& other, Hand hand) {
  bool well = attempt([&] { copy_shared_fields(event, other); }, [&] { Host::failed(app, Rank, E::name); });
  if (well) {
    well = hand(other);
    if constexpr (!std::is_const_v<E> && !is_posted<typename Host::template at<Rank>>)
      well = attempt([&] { copy_shared_fields(other, event); }, [&] { Host::failed(app, Rank, E::name); }) && well;
  }
  if constexpr (fail_closed<std::remove_const_t<E>> && !std::is_const_v<E>)
    if (!well) event.allow = false;
}

}  // namespace tenon::event
