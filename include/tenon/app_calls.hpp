// How functions and drivers of an app are called. Its short name stands in the symbol of each that a door can reach.
#pragma once

#include <atomic>
#include <cstddef>

#include "tenon/call/caller.hpp"
#include "tenon/call/run.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/concepts/call.hpp"
#include "tenon/concepts/drives.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

template <class App>
class app_calls {
 public:
  // Does a function of X.
  template <class X, class F>
  [[gnu::always_inline]] static decltype(auto) call(App& app, const F& arguments) {
    if constexpr (CallWithoutContext<X, F, context<X, App>>) {
      return app.template part<X>().call(arguments);
    } else {
      auto ctx = App::template context_for<X>(app);
      return app.template part<X>().call(arguments, ctx);
    }
  }
  template <class X, class F>
  static decltype(auto) call(void* app, const F& arguments) {
    return call<X>(*static_cast<App*>(app), arguments);
  }

  // Does a method of a driver of X.
  template <class X, class D, class M>
  [[gnu::always_inline]] static typename M::result drive(App& app, const M& arguments, const actor& who) {
    using ctx_type = context<X, App>;
    X& extension = app.template part<X>();
    if constexpr (DrivesForActorWithContext<X, D, M, ctx_type>) {
      auto ctx = App::template context_for<X>(app);
      return extension.call(D{}, arguments, who, ctx);
    } else if constexpr (DrivesWithContext<X, D, M, ctx_type>) {
      auto ctx = App::template context_for<X>(app);
      return extension.call(D{}, arguments, ctx);
    } else if constexpr (DrivesForActor<X, D, M>) {
      return extension.call(D{}, arguments, who);
    } else {
      return extension.call(D{}, arguments);
    }
  }
  // For doors.
  template <class X, class D, class M>
  static typename M::result drive(void* app, const M& arguments, const actor& who) {
    return drive<X, D>(*static_cast<App*>(app), arguments, who);
  }

  template <class X>
  static auto enter(void* app) noexcept {
    return App::template visit_of<X>(*static_cast<App*>(app));
  }

  // For doors.
  [[nodiscard]] static call::function_door door(App& app) noexcept {
    static constexpr auto& calls = App::functions_type::template calls<app_calls, call::run_function>;
    return {&app, App::functions_type::rows, calls.data(), &runs};
  }
  [[nodiscard]] static call::driver_door driver_door(App& app) noexcept {
    static constexpr auto& calls = App::drivers_type::template calls<app_calls, call::run_driver>;
    return {&app, App::drivers_type::rows, calls.data(), &runs};
  }

 private:
  static bool runs(const void* app, std::size_t rank) {
    return static_cast<const App*>(app)->status_of(rank).status.load(std::memory_order_acquire) == extension_status::ok;
  }
};

}  // namespace tenon
