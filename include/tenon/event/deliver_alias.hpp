// One event to somebody who hears another one, where an alias makes the two one.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include "tenon/concepts/event.hpp"
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
    return std::type_identity<std::tuple<std::optional<meta::type_at<others.event[I], typename Events::row>>...>>();
  }

 public:
  // Made when it is first heard, which may throw.
  template <std::size_t As>
  [[nodiscard]] auto& of() {
    auto& one = std::get<others.place_of(As)>(all_);
    return one ? *one : one.emplace();
  }

 private:
  typename decltype(row(std::make_index_sequence<others.count>()))::type all_;
};

// `hand(other)` is how the listener of rank `Rank` gets it; false: it threw. Where `E` is fail-closed, that is a veto
// whatever the other event says. Where the other event cannot be made, or fields cannot be copied, it has not heard.
template <class Host, std::size_t Rank, std::size_t As, class E, class App, class Others, class Hand>
void deliver_alias(App& app, E& event, Others& others, Hand hand) {
  using X = typename Host::template at<Rank>;
  std::remove_reference_t<decltype(others.template of<As>())>* other = nullptr;
  bool well = attempt(
      [&] {
        if constexpr (KnowsListener<E> && !std::is_const_v<E>) event.heard_by(X::manifest.name);
        other = &others.template of<As>();
        copy_shared_fields(event, *other);
      },
      [&] { Host::failed(app, Rank, E::name); });
  if (well) {
    well = hand(*other);
    if constexpr (!std::is_const_v<E> && !is_posted<X>)
      well = attempt([&] { copy_shared_fields(*other, event); }, [&] { Host::failed(app, Rank, E::name); }) && well;
  }
  if constexpr (fail_closed<std::remove_const_t<E>> && !std::is_const_v<E>)
    if (!well) event.allow = false;
}

}  // namespace tenon::event
