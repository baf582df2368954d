// The lifecycle's hooks, in one list: what is found on a type, what is wrong with it, and what the app calls.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenon/concepts/on_close.hpp"
#include "tenon/concepts/on_open.hpp"
#include "tenon/concepts/on_ready.hpp"
#include "tenon/concepts/on_start.hpp"
#include "tenon/concepts/on_stop.hpp"
#include "tenon/concepts/on_unready.hpp"
#include "tenon/diagnostic/hook_not_callable.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/meta/each.hpp"

namespace tenon::lifecycle {

// Each hook: its name, whether a type satisfies its concept, whether a type has a member of that name at all, and its
// call. The last but one is decided by deriving from the type and from something else with such a member: if the type
// has one too, the name is ambiguous.
struct on_start_hook {
  static constexpr std::string_view name = "on_start";
  template <class X, class C>
  static constexpr bool callable = OnStart<X, C>;
  template <class X, class C>
  static constexpr bool noexcept_call = requires(X& x) {
    { x.on_start() } noexcept;
  } || requires(X& x, C& c) {
    { x.on_start(c) } noexcept;
  };
  struct decoy {
    int on_start;
  };
  template <class Probe>
  static constexpr bool unambiguous = requires { &Probe::on_start; };
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
  struct decoy {
    int on_ready;
  };
  template <class Probe>
  static constexpr bool unambiguous = requires { &Probe::on_ready; };
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
  struct decoy {
    int on_open;
  };
  template <class Probe>
  static constexpr bool unambiguous = requires { &Probe::on_open; };
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_open(); })
      x.on_open();
    else
      x.on_open(c);
  }
};
struct on_close_hook {
  static constexpr std::string_view name = "on_close";
  template <class X, class C>
  static constexpr bool callable = OnClose<X, C>;
  struct decoy {
    int on_close;
  };
  template <class Probe>
  static constexpr bool unambiguous = requires { &Probe::on_close; };
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
  struct decoy {
    int on_unready;
  };
  template <class Probe>
  static constexpr bool unambiguous = requires { &Probe::on_unready; };
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
  struct decoy {
    int on_stop;
  };
  template <class Probe>
  static constexpr bool unambiguous = requires { &Probe::on_stop; };
  template <class X, class C>
  static void call(X& x, C& c) {
    if constexpr (requires { x.on_stop(); })
      x.on_stop();
    else
      x.on_stop(c);
  }
};

// In the order in which they run.
inline constexpr auto hooks =
    meta::type_tuple<on_start_hook, on_ready_hook, on_open_hook, on_close_hook, on_unready_hook, on_stop_hook>;
inline constexpr std::size_t hook_count = 6;

// What the app calls, by hook; null where the extension has none.
using hook_call = void (*)(void* app);

template <class X, class Context>
struct hooks_of {
  template <class Hook>
  struct probe : X, Hook::decoy {};
  template <class Hook>
  static constexpr bool named = [] {
    if constexpr (std::is_final_v<X>)
      return false;  // nothing can derive from it, so a wrong signature cannot be seen
    else
      return !Hook::template unambiguous<probe<Hook>>;
  }();

  struct result {
    std::array<std::string_view, hook_count> names{};
    std::size_t count = 0;
    std::string_view not_callable{};
  };
  static constexpr result found = [] {
    result out;
    meta::each(hooks, [&](auto type) {
      using hook = typename decltype(type)::type;
      if constexpr (hook::template callable<X, Context>)
        out.names[out.count++] = hook::name;
      else if constexpr (named<hook>)
        out.not_callable = hook::name;
    });
    return out;
  }();

  static constexpr bool ok = found.not_callable.empty();

  struct complaint {
    static constexpr diagnostic::sentence text{
        X::manifest.name,   " has a member ",
        found.not_callable, " that the app cannot call as a hook. Make it public and write void ",
        found.not_callable, "() or void ",
        found.not_callable, "(auto& ctx); or give it another name."};
  };
};

// Inherited by the app, for each of its extensions.
template <class X, class Context>
using hooks_check = diagnostic::check<hooks_of<X, Context>::ok, diagnostic::hook_not_callable,
                                      typename hooks_of<X, Context>::complaint>;

}  // namespace tenon::lifecycle
