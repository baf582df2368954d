// One event to everybody who hears it, each later, with a copy, on its own executor.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenon/concepts/event.hpp"
#include "tenon/event/listeners.hpp"
#include "tenon/event/shared_fields.hpp"
#include "tenon/event/tell.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::event {

namespace detail {

// Counts as skipped where it goes without having been heard: refused, or dropped because its extension did not start or
// has stopped.
template <class Host, std::size_t Rank, class App>
class unless_heard {
 public:
  explicit unless_heard(App& app) noexcept : app_(&app) {}
  unless_heard(unless_heard&& other) noexcept : app_(std::exchange(other.app_, nullptr)) {}
  ~unless_heard() {
    if (app_ != nullptr) Host::skipped(*app_, Rank);
  }
  void heard() noexcept { app_ = nullptr; }

 private:
  App* app_;
};

// Where it cannot be posted for lack of memory or a thread, that counts as failed.
template <class Host, std::size_t Rank, hearing How, class E, class App>
void post_to(App& app, const E& event) {
  using X = typename Host::template at<Rank>;
  attempt(
      [&] {
        Host::template post<X>(app, [&app, copy = event, count = unless_heard<Host, Rank, App>(app)]() mutable {
          count.heard();
          if constexpr (!is_posted<X>) {
            tell<Host, Rank, How, moment::posted>(app, copy);
          } else {
            if constexpr (KnowsListener<E>)
              if (!attempt([&] { copy.heard_by(X::manifest.name); }, [&] { Host::failed(app, Rank, E::name); })) return;
            tell<Host, Rank, How, moment::posted>(app, std::as_const(copy));
          }
        });
      },
      [&] { Host::failed(app, Rank, E::name); });
}

}  // namespace detail

namespace detail {

// The listener that stands at a place in the table, be it one of the event or of another one.
template <class Host, std::size_t At, class E, class App>
void post_at(App& app, const E& event) {
  using events = typename Host::events;
  constexpr listener one = events::listeners.all[At];
  if constexpr (one.as == meta::index_of<E, typename events::row>) {
    post_to<Host, one.rank, one.how>(app, event);
  } else {
    attempt(
        [&] {
          meta::type_at<one.as, typename events::row> other{};
          copy_shared_fields(event, other);
          post_to<Host, one.rank, one.how>(app, other);
        },
        [&] { Host::failed(app, one.rank, E::name); });
  }
}

}  // namespace detail

template <class Host, class E, class App>
void post(App& app, const E& event) {
  using events = typename Host::events;
  constexpr std::size_t place = meta::index_of<E, typename events::row>, from = events::listeners.first[place];
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    [[maybe_unused]] int posts[] = {0, (detail::post_at<Host, from + I>(app, event), 0)...};
  }(std::make_index_sequence<events::listeners.count(place)>());
}

}  // namespace tenon::event
