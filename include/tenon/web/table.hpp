// The compile-time route table of an app, and the way from its door to a handler.
#pragma once

#include <span>
#include <string_view>

#include "tenon/web/captures.hpp"
#include "tenon/web/composed_routes.hpp"
#include "tenon/web/match.hpp"
#include "tenon/web/narrowed.hpp"
#include "tenon/web/refusal.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/run.hpp"
#include "tenon/web/trie.hpp"
#include "tenon/word/exchange.hpp"

namespace tenon::web {

// `Host` says how a route reaches the app that it belongs to. All of it is static, nothing of it throws:
//   using routes = composed_routes<routes_of<X, C>...>;   of every extension, in start order
//   template <class X> X& extension(void* app);
//   template <class X> C context(void* app);              what X's handlers are called with, by value
//   template <class X> tenon::log log(void* app);
//   bool debug(void* app);                                answers carry the debug payload of errors
//   template <class X> auto enter(void* app);             a visit (visit.hpp), kept while a request is in X's handler;
//                                                         may be left out; not admitted: 503 with X's name
//   bool notes_routes                                     each exchange gets the route that answers it; may be left out
// A host with a short name makes short symbols: its own name stands in each of them.
template <class Host>
struct table {
  // What is served, without anything having been started.
  [[nodiscard]] static constexpr std::span<const route_row> rows() noexcept { return Host::routes::rows; }
  [[nodiscard]] static constexpr const trie& paths() noexcept { return trie_of<typename Host::routes>; }

  // tenon::door's function.
  static bool handle(void* app, exchange& one) noexcept {
    if constexpr (Host::routes::size != 0) {
      captures found;
      const row_index row = match(trie_of<typename Host::routes>, one.request.method, one.request.path, found);
      if (row != no_row) [[likely]]
        return handle_by(row, app, one, found);
      if constexpr (Host::routes::links != 0) return handle_narrowed(app, one);
    }
    if constexpr (notes_routes) one.route = {};
    refuse(trie_of<typename Host::routes>, one);
    return true;
  }
  // By the best of the routes that are for the request's host; of those at the mount of an extension, where one is
  // named.
  [[gnu::noinline]] static bool handle_narrowed(void* app, exchange& one, std::string_view extension = {}) noexcept {
    captures found;
    const auto [row, why] = match_narrowed(trie_of<typename Host::routes>, rows(), one.request, extension, found);
    if (row != no_row) return handle_by(row, app, one, found);
    if constexpr (notes_routes) one.route = {};
    refuse(why, one);
    return true;
  }

 private:
  [[gnu::always_inline]] static bool handle_by(row_index row, void* app, exchange& one,
                                               const captures& found) noexcept {
    if constexpr (notes_routes) one.route = {rows()[row].extension, rows()[row].pattern, row};
    return handlers[row](app, one, found);
  }
  static constexpr bool notes_routes = [] {
    if constexpr (requires { Host::notes_routes; })
      return Host::notes_routes;
    else
      return false;
  }();
  static constexpr auto& handlers = Host::routes::template handlers<Host, run_served>;
};

}  // namespace tenon::web
