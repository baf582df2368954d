// One event to everybody who hears it, each later, with a copy, on its own executor.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenon/concepts/event.hpp"
#include "tenon/event/tell.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::event {

namespace detail {

// Where it cannot be posted it counts as skipped (the listener hears nothing any more) or as failed (there is no
// memory, no thread).
template <class Host, std::size_t Rank, hearing How, class E, class App>
void post_to(App& app, const E& event) {
  using X = typename Host::template at<Rank>;
  attempt(
      [&] {
        const bool taken = Host::template post<X>(app, [&app, copy = event]() mutable {
          if constexpr (KnowsListener<E>) copy.heard_by(X::manifest.name);
          if constexpr (is_posted<X>)
            tell<Host, Rank, How>(app, std::as_const(copy));
          else
            tell<Host, Rank, How>(app, copy);
        });
        if (!taken) Host::skipped(app, Rank);
      },
      [&] { Host::failed(app, Rank, E::name); });
}

}  // namespace detail

template <class Host, class E, class App>
void post(App& app, const E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>, from = events::listeners.first[place];
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    [[maybe_unused]] int posts[] = {
        0,
        (detail::post_to<Host, events::listeners.all[from + I].rank, events::listeners.all[from + I].how>(app, event),
         0)...};
  }(std::make_index_sequence<events::listeners.count(place)>());
}

}  // namespace tenon::event
