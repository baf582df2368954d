// What one extension serves, as the compiler finds it: its routes, then its web-handler hooks, then the files of its
// gui/; or the first thing that is wrong with them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/web/gui.hpp"
#include "tenon/web/hooks.hpp"
#include "tenon/web/listed.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/web/named_members.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/served.hpp"
#include "tenon/word/need.hpp"

namespace tenon::web {

namespace detail {

template <class T, std::size_t A, std::size_t B>
constexpr std::array<T, A + B> joined(const std::array<T, A>& a, const std::array<T, B>& b) {
  std::array<T, A + B> out{};
  for (std::size_t i = 0; i < A; ++i) out[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) out[A + i] = b[i];
  return out;
}

template <class X>
constexpr bool may_ask() {
  for (const need& one : X::manifest.needs)
    if (one.name == "identity" && one.presence == presence::required) return true;
  return false;
}

// What is known of one entry of a list of routes.
struct entry {
  bool cannot_ask = false;  // who somebody is
  route_fault fault = route_fault::not_a_route;
  bool waits = false;
  std::string_view problem{};
  std::string_view unknown_option{};
  route_row row{};
};
template <class X, class C, class T>
constexpr entry entry_of() {
  if constexpr (!is_route<T>)
    return {};
  else {
    using served = served_route<T>;
    entry out{.problem = served::problem, .unknown_option = unknown_option<T>};
    out.row = {T::method, T::pattern, X::manifest.name, {}, served::blocking, served::segments, served::terms};
    out.waits = is_task<typename handling<X, T, C>::answer>;
    out.cannot_ask = served::terms.asks_who() && !may_ask<X>();
    out.fault = !out.problem.empty() || !out.unknown_option.empty() || out.cannot_ask ? route_fault::malformed
                : !handling<X, T, C>::exists || (served::blocking && out.waits)       ? route_fault::unhandled
                                                                                      : route_fault::none;
    return out;
  }
}

template <class X, class C, class List>
struct list_of {
  static constexpr std::size_t size = 0;
  static constexpr route_fault fault = route_fault::not_a_route;
  static constexpr diagnostic::sentence why() {
    return diagnostic::sentence{X::manifest.name, " has a member type `routes` that is no tenon::routes<...>. Write ",
                                "using routes = tenon::routes<list, create>;"};
  }
  static constexpr std::array<route_row, 0> rows{};
};
template <class X, class C>
struct list_of<X, C, hidden_list> : list_of<X, C, void> {
  static constexpr route_fault fault = route_fault::unlisted;
  static constexpr diagnostic::sentence why() {
    return diagnostic::sentence{X::manifest.name,
                                " has a member type `routes` that is private, so nothing in it would ",
                                "be served. Make routes public, or give it another name."};
  }
};
template <class X, class C>
struct list_of<X, C, forgotten_list> : list_of<X, C, void> {
  static constexpr route_fault fault = route_fault::unlisted;
  static constexpr diagnostic::sentence why() {
    return diagnostic::sentence{
        X::manifest.name, " has a member `handle` and lists no routes, so it would never be ",
        "called. Write using routes = tenon::routes<ROUTE>; with the types that it takes first, ",
        "in public; or give it another name."};
  }
};
template <class X, class C, class... Routes>
struct list_of<X, C, tenon::routes<Routes...>> {
  static constexpr std::size_t size = sizeof...(Routes);
  static constexpr std::array<entry, size> entries{entry_of<X, C, Routes>()...};
  static constexpr std::size_t wrong = [] {
    for (std::size_t i = 0; i < size; ++i)
      if (entries[i].fault != route_fault::none) return i;
    return size;
  }();
  static constexpr route_fault fault = [] {
    return wrong < size ? entries[wrong < size ? wrong : 0].fault : route_fault::none;
  }();
  static constexpr auto rows = [] {
    std::array<route_row, size> out{};
    for (std::size_t i = 0; i < size; ++i) out[i] = entries[i].row;
    return out;
  }();
  template <class Host, template <class, class, class> class Run>
  static constexpr std::array<route_handler, size> handlers{&Run<Host, X, served_route<Routes>>::run...};

  static constexpr diagnostic::sentence why() {
    using diagnostic::sentence;
    const entry& one = entries[wrong];
    const std::string_view name = X::manifest.name, method = to_string(one.row.method), pattern = one.row.pattern;
    if (one.fault == route_fault::not_a_route)
      return sentence{name, " has something in its list of routes, at place ", wrong + 1,
                      ", that is no route. Write tenon::get<`/path`>, or another method, there."};
    if (one.cannot_ask)
      return sentence{name,
                      " has the route ",
                      method,
                      " ",
                      pattern,
                      " with an option on who may, and does not need identity, "
                      "which knows who somebody is. Add {`identity`} to its needs."};
    if (one.fault == route_fault::malformed && one.problem.empty())
      return sentence{name,
                      " has the route ",
                      method,
                      " ",
                      pattern,
                      " with the option ",
                      one.unknown_option,
                      ", which is none. Leave it out; there are tenon::blocking, tenon::authenticated, "
                      "tenon::optionally_authenticated, tenon::requires_role, tenon::requires_scope and "
                      "tenon::body_limit."};
    if (one.fault == route_fault::malformed)
      return sentence{name, " has the route ", method, " `", pattern, "`, a pattern that ", one.problem, "."};
    if (one.row.blocking && one.waits)
      return sentence{
          name,    " marks ",
          method,  " ",
          pattern, " as tenon::blocking, and its handler returns a task, which never blocks. Drop one of the two."};
    return sentence{
        name,
        " lists ",
        method,
        " ",
        pattern,
        " and cannot answer it. Give it a public tenon::response handle(ROUTE, const tenon::request&), or with auto& "
        "ctx as third parameter, where ROUTE is the type in its list of routes. A task of a response will do as well. "
        "Write the return type out."};
  }
};

template <class X, class C>
struct hooks_of {
 private:
  static constexpr named_members named = named_members_of<X>;
  using each_named = std::make_index_sequence<named.count>;
  template <std::size_t I>
  using hook = hook_at<named.at[I]>;
  // Those that the app can call, of the named ones.
  static constexpr auto callable = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<bool, sizeof...(I)>{hook<I>::template callable<X, C>...};
  }(each_named());

 public:
  static constexpr std::size_t size = [] {
    std::size_t count = 0;
    for (bool one : callable) count += one ? 2 : 0;
    return count;
  }();
  static constexpr std::string_view wrong = [] {
    std::string_view name;
    for (std::size_t i = 0; i < callable.size(); ++i)
      if (!callable[i]) name = hook_names[named.at[i]];
    return name;
  }();
  static constexpr route_fault fault = [] {
    if (!wrong.empty()) return route_fault::hook_not_callable;
    if constexpr (size != 0)
      if (mount<X>::reserved) return route_fault::reserved;
    return route_fault::none;
  }();
  static constexpr diagnostic::sentence why() {
    using diagnostic::sentence;
    if (fault == route_fault::reserved)
      return sentence{X::manifest.name, " has web-handler hooks, which would be mounted at ", mount<X>::base,
                      ", and there the framework answers itself. List routes instead, or rename the extension."};
    return sentence{X::manifest.name,
                    " has a member ",
                    wrong,
                    " that the app cannot call as a hook. Make it public and write ",
                    "tenon::response ",
                    wrong,
                    "(const tenon::request&), or with auto& ctx as second parameter, returning a ",
                    "response or a task of one; or give it another name."};
  }
  // Only where no named one is wrong.
  static constexpr auto rows = []<std::size_t... I>(std::index_sequence<I...>) {
    std::array<route_row, size> out{};
    if constexpr (size == 2 * sizeof...(I)) {
      [[maybe_unused]] std::size_t i = 0;
      [[maybe_unused]] bool set[] = {true, (out[i++] = {hook<I>::method, mount<X>::base, X::manifest.name,
                                                        hook<I>::name, false, mount<X>::base_segments},
                                            out[i++] = {hook<I>::method, mount<X>::below, X::manifest.name,
                                                        hook<I>::name, false, mount<X>::below_segments},
                                            true)...};
    }
    return out;
  }(each_named());
  template <class Host, template <class, class, class> class Run>
  static constexpr std::array<route_handler, size> handlers = []<std::size_t... I>(std::index_sequence<I...>) {
    std::array<route_handler, size> out{};
    if constexpr (size == 2 * sizeof...(I)) {
      [[maybe_unused]] std::size_t i = 0;
      [[maybe_unused]] bool set[] = {true,
                                     (out[i] = out[i + 1] = &Run<Host, X, served_hook<hook<I>>>::run, i += 2, true)...};
    }
    return out;
  }(each_named());
};

}  // namespace detail

// `Context` is what its handlers are called with.
template <class X, class Context>
class routes_of {
  using list = detail::list_of<X, Context, web::listed<X>>;
  using hooked = detail::hooks_of<X, Context>;

  // Does it answer GET at its mount by itself? Asked only where it matters.
  static constexpr bool has_gui = gui_files<X>.size() != 0;
  static constexpr bool mount_is_taken = [] {
    if constexpr (has_gui) {
      for (const route_row& one : list::rows)
        if (one.method == method::get && one.pattern == mount<X>::base) return true;
      return OnGet<X, Context>;
    } else {
      return false;
    }
  }();
  using gui = gui_of<X, mount_is_taken>;
  static constexpr bool gui_is_reserved = has_gui && mount<X>::reserved;

 public:
  static constexpr route_fault fault = list::fault != route_fault::none     ? list::fault
                                       : hooked::fault != route_fault::none ? hooked::fault
                                       : gui_is_reserved                    ? route_fault::reserved
                                                                            : route_fault::none;
  static constexpr bool ok = fault == route_fault::none;
  static constexpr diagnostic::sentence why() {
    if (list::fault != route_fault::none) return list::why();
    if (hooked::fault != route_fault::none) return hooked::why();
    return diagnostic::sentence{X::manifest.name, " has a folder gui/, which would be served below ", mount<X>::base,
                                ", and there the framework answers itself. Rename the extension."};
  }

  static constexpr auto rows = [] {
    constexpr auto own = detail::joined(list::rows, hooked::rows);
    if constexpr (has_gui)
      return detail::joined(own, gui::rows);
    else
      return own;
  }();
  template <class Host, template <class, class, class> class Run>
  static constexpr auto handlers = [] {
    constexpr auto own = detail::joined(list::template handlers<Host, Run>, hooked::template handlers<Host, Run>);
    if constexpr (has_gui)
      return detail::joined(own, gui::template handlers<Host, Run>);
    else
      return own;
  }();
};

// The same for an extension that serves nothing, as most do; X keeps them apart.
template <class X>
struct no_routes {
  static constexpr route_fault fault = route_fault::none;
  static constexpr bool ok = true;
  static constexpr diagnostic::sentence why() { return {}; }
  static constexpr std::array<route_row, 0> rows{};
  template <class Host, template <class, class, class> class Run>
  static constexpr std::array<route_handler, 0> handlers{};
};

template <class X, class Context>
using routes_or_none =
    std::conditional_t<named_members_of<X>.none() && gui_files<X>.empty(), no_routes<X>, routes_of<X, Context>>;

}  // namespace tenon::web
