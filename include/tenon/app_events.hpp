// How events reach the extensions of an app.
#pragma once

#include <atomic>
#include <cstddef>
#include <string_view>
#include <utility>

#include "tenon/composition/answering_context.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/composition/slots.hpp"
#include "tenon/concepts/answers.hpp"
#include "tenon/event/deliver.hpp"
#include "tenon/event/framework_events.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

template <class App>
class app_events {
 public:
  using events = typename App::events_type;
  template <std::size_t Rank>
  using at = extension_at<typename App::composed_type, Rank>;

  template <class X>
  [[gnu::always_inline]] static X& part(App& app) noexcept {
    return static_cast<slot<X>&>(app.slots_).value;
  }
  // For the listener of one event.
  template <class X, class E>
  [[gnu::always_inline]] static auto listening_context(App& app) noexcept {
    if constexpr (HasAnswers<X>)
      return answering_context<X, App, E>(App::template context_for<X>(app));
    else
      return App::template context_for<X>(app);
  }

  // What the app emits itself.
  template <class E>
  static constexpr bool is_heard() {
    if constexpr (events::count == 0)
      return false;
    else
      return events::listeners.count(meta::index_of<E, typename events::row>) != 0;
  }
  template <class E>
  static void emit_own(App& app, E& event) {
    event::delivery<app_events, E>::template from<event::framework_emitter>(app, event);
  }

  // From its constructor until it has stopped, but not in fault and not while it is held.
  static constexpr bool may_be_deaf(std::size_t rank) { return App::tables::may_be_deaf[rank]; }
  // Of every extension, by rank: looked for once for an event, because a compiler makes anew each step there.
  [[gnu::always_inline]] static const status_record* records(const App& app) noexcept {
    return app.sequence_.extensions().records();
  }
  [[gnu::always_inline]] static bool hears(const status_record& one) noexcept {
    // One question, not three: it is asked for every pair of an event and a listener.
    constexpr auto bit = [](extension_status which) { return 1U << static_cast<unsigned>(which); };
    constexpr unsigned deaf =
        bit(extension_status::held) | bit(extension_status::fault) | bit(extension_status::stopped);
    return (deaf >> static_cast<unsigned>(one.status.load(std::memory_order_relaxed)) & 1U) == 0;
  }
  [[gnu::cold, gnu::noinline]] static void skipped(App& app, std::size_t rank) noexcept {
    app.sequence_.extensions().count_skipped(rank);
  }
  // False: it hears nothing any more. Linked with threads only where something is posted.
  template <class X, class F>
  static bool post(App& app, F f) {
    return App::background::template post<X>(app, std::move(f));
  }
  // While the exception is handled.
  [[gnu::cold, gnu::noinline]] static void failed(App& app, std::size_t rank, std::string_view event) noexcept {
    app.sequence_.extensions().count_failure(rank, "on", event);
  }
};

}  // namespace tenon
