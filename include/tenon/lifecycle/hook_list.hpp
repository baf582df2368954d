// The lifecycle's hooks, in one list: what each is called, who has it, and how the app calls it.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "tenon/concepts/on_close.hpp"
#include "tenon/concepts/on_housekeeping.hpp"
#include "tenon/concepts/on_init.hpp"
#include "tenon/concepts/on_open.hpp"
#include "tenon/concepts/on_preinit.hpp"
#include "tenon/concepts/on_ready.hpp"
#include "tenon/concepts/on_settings.hpp"
#include "tenon/concepts/on_start.hpp"
#include "tenon/concepts/on_steady_state.hpp"
#include "tenon/concepts/on_stop.hpp"
#include "tenon/concepts/on_unready.hpp"
#include "tenon/meta/type_at.hpp"

namespace tenon::lifecycle {

// Each hook: its name, whether a type satisfies its concept, and its call.
struct on_preinit_hook {
  static constexpr std::string_view name = "on_preinit";
  template <class X, class C>
  static constexpr bool callable = OnPreinit<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_preinit(); })
      x.on_preinit();
    else
      x.on_preinit(c);
  }
};
struct on_init_hook {
  static constexpr std::string_view name = "on_init";
  template <class X, class C>
  static constexpr bool callable = OnInit<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_init(); })
      x.on_init();
    else
      x.on_init(c);
  }
};
struct on_start_hook {
  static constexpr std::string_view name = "on_start";
  template <class X, class C>
  static constexpr bool callable = OnStart<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_start(); })
      x.on_start();
    else
      x.on_start(c);
  }
};
struct on_ready_hook {
  static constexpr std::string_view name = "on_ready";
  template <class X, class C>
  static constexpr bool callable = OnReady<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_ready(); })
      x.on_ready();
    else
      x.on_ready(c);
  }
};
struct on_open_hook {
  static constexpr std::string_view name = "on_open";
  template <class X, class C>
  static constexpr bool callable = OnOpen<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_open(); })
      x.on_open();
    else
      x.on_open(c);
  }
};
struct on_steady_state_hook {
  static constexpr std::string_view name = "on_steady_state";
  template <class X, class C>
  static constexpr bool callable = OnSteadyState<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_steady_state(); })
      x.on_steady_state();
    else
      x.on_steady_state(c);
  }
};
struct on_housekeeping_hook {
  static constexpr std::string_view name = "on_housekeeping";
  template <class X, class C>
  static constexpr bool callable = OnHousekeeping<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_housekeeping(); })
      x.on_housekeeping();
    else
      x.on_housekeeping(c);
  }
};
struct on_settings_hook {
  static constexpr std::string_view name = "on_settings";
  template <class X, class C>
  static constexpr bool callable = OnSettings<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_settings(); })
      x.on_settings();
    else
      x.on_settings(c);
  }
};
struct on_close_hook {
  static constexpr std::string_view name = "on_close";
  template <class X, class C>
  static constexpr bool callable = OnClose<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_close(); })
      x.on_close();
    else
      x.on_close(c);
  }
};
struct on_unready_hook {
  static constexpr std::string_view name = "on_unready";
  template <class X, class C>
  static constexpr bool callable = OnUnready<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_unready(); })
      x.on_unready();
    else
      x.on_unready(c);
  }
};
struct on_stop_hook {
  static constexpr std::string_view name = "on_stop";
  template <class X, class C>
  static constexpr bool callable = OnStop<X, C>;
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_stop(); })
      x.on_stop();
    else
      x.on_stop(c);
  }
};

// In the order in which they first run.
using hooks =
    meta::type_row<on_preinit_hook, on_init_hook, on_start_hook, on_ready_hook, on_open_hook, on_steady_state_hook,
                   on_housekeeping_hook, on_settings_hook, on_close_hook, on_unready_hook, on_stop_hook>;
inline constexpr std::size_t hook_count = hooks::size;
template <std::size_t I>
using hook_at = meta::type_at<I, hooks>;
enum class phase : std::size_t {
  preinit,
  init,
  start,
  ready,
  open,
  steady_state,
  housekeeping,
  settings,
  close,
  unready,
  stop
};

[[nodiscard]] std::string_view to_string(phase which) noexcept;

}  // namespace tenon::lifecycle
