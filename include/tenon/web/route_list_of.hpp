// The list `routes` of an extension: a row for each, or the first thing that is wrong with it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/web/listed.hpp"
#include "tenon/web/route_entry.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/served.hpp"
#include "tenon/word/route.hpp"

namespace tenon::web::detail {

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
  // The place of the first with a fault; `size`: there is none.
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
    if (one.fault == route_fault::malformed && one.problem.empty())
      return about_options(one, sentence{name, " has the route ", method, " ", pattern});
    if (one.fault == route_fault::malformed)
      return sentence{name, " has the route ", method, " `", pattern, "`, a pattern that ", one.problem, "."};
    if (one.leads_on)
      return sentence{name, " leads ", method,
                      " ",  pattern,   " on to another route, whose options count. Drop those of this one."};
    if (one.row.blocking && one.waits)
      return sentence{
          name,    " marks ",
          method,  " ",
          pattern, " as tenon::blocking, and its handler returns a task, which never blocks. Drop one of the two."};
    if (one.row.terms.web_socket && one.row.blocking)
      return sentence{name, " marks the web socket ", pattern,
                      " as tenon::blocking, and a conversation never blocks. Drop that, and have what blocks done by "
                      "co_await tenon::offload(peer.request(), ...)."};
    if (one.row.terms.web_socket)
      return sentence{name, " lists the web socket ", pattern,
                      " and cannot talk there. Give it a public tenon::conversation handle(ROUTE, "
                      "tenon::web_socket_peer&), or with auto ctx as third parameter, by value, where ROUTE is the "
                      "type in its list of routes. Write the return type out."};
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

}  // namespace tenon::web::detail
