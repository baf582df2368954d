// How events reach the extensions of an app.
#pragma once

#include <atomic>
#include <cstddef>
#include <string_view>

#include "tenon/composition/context.hpp"
#include "tenon/event/deliver.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

template <class App>
class app_events {
  template <class X>
  static constexpr std::size_t rank_of = App::composed_type::rank_of(X::manifest.name);

 public:
  using events = typename App::events_type;
  template <std::size_t Rank>
  using at = typename App::composed_type::template at<Rank>;

  template <class X>
  [[gnu::always_inline]] static X& extension(App& app) noexcept {
    return app.template part<X>();
  }
  template <class X>
  [[gnu::always_inline]] static tenon::context<X, App> context(App& app) noexcept {
    return App::template context_for<X>(app);
  }

  // From its constructor until it has stopped, but not in fault and not while it is held.
  template <class X>
  static constexpr bool may_be_deaf = App::may_be_deaf[rank_of<X>];
  template <class X>
  [[gnu::always_inline]] static bool hears(const App& app) noexcept {
    const extension_status now = app.status_of(rank_of<X>).status.load(std::memory_order_relaxed);
    return now != extension_status::held && now != extension_status::fault && now != extension_status::stopped;
  }
  template <class X>
  [[gnu::cold, gnu::noinline]] static void skipped(App& app) noexcept {
    app.sequence_.extensions().count_skipped(rank_of<X>);
  }
  // While the exception is handled.
  template <class X>
  [[gnu::cold, gnu::noinline]] static void failed(App& app, std::string_view event) noexcept {
    app.sequence_.extensions().count_failure(rank_of<X>, "on", event);
  }
};

}  // namespace tenon
