// The two kinds of things that are served: a route with its `handle`, and a web-handler hook.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenon/concepts/web_answer.hpp"
#include "tenon/web/captures.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/web/pattern.hpp"
#include "tenon/web/route_terms.hpp"
#include "tenon/word/conversation.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/web_socket.hpp"

namespace tenon::web {

template <class T>
inline constexpr bool is_route = false;
template <tenon::method Method, fixed_string Pattern, class... Options>
inline constexpr bool is_route<route<Method, Pattern, Options...>> = true;

// The options of a route: what they ask for, and what they name.
template <class Route>
struct options_of {
  using list = option_list<>;
  using middleware = through<>;
};
template <tenon::method Method, fixed_string Pattern, class... Options>
struct options_of<route<Method, Pattern, Options...>> {
  using list = option_list<Options...>;
  using middleware = through_of<Options...>;
};

// How X handles a route: `handle(route, request)`, or else `handle(route, request, ctx)`; a web socket, with its peer
// in the place of the request. Looking for one among many overloads is what compiling a long list of routes costs, so
// it is done once for each of the facts here.
template <class X, class Route, class C>
class handling {
  static constexpr bool converses = terms_of<Route>.web_socket;
  using other_end = std::conditional_t<converses, web_socket_peer&, const request&>;
  template <class Answer>
  static constexpr bool is_answer = converses ? std::is_same_v<Answer, conversation> : RouteAnswer<Answer>;

  template <class Y>
  static auto plain(int)
      -> std::type_identity<decltype(std::declval<Y&>().handle(std::declval<Route>(), std::declval<other_end>()))>;
  template <class>
  static std::type_identity<void> plain(...);
  template <class Y>
  static auto with_context(int)
      -> std::type_identity<decltype(std::declval<Y&>().handle(std::declval<Route>(), std::declval<other_end>(),
                                                               std::declval<C&>()))>;
  template <class>
  static std::type_identity<void> with_context(...);

  using plain_answer = typename decltype(plain<X>(0))::type;
  static constexpr auto find() {
    if constexpr (takes_no_context)
      return std::type_identity<plain_answer>();
    else
      return decltype(with_context<X>(0))();
  }

 public:
  static constexpr bool takes_no_context = is_answer<plain_answer>;
  using answer = typename decltype(find())::type;
  static constexpr bool exists = is_answer<answer>;

  static answer call(X& x, const Route& route, other_end from, [[maybe_unused]] C& ctx) {
    if constexpr (takes_no_context)
      return x.handle(route, from);
    else
      return x.handle(route, from, ctx);
  }
  static constexpr bool never_throws() {
    if constexpr (takes_no_context)
      return noexcept(std::declval<X&>().handle(std::declval<Route>(), std::declval<other_end>()));
    else
      return noexcept(std::declval<X&>().handle(std::declval<Route>(), std::declval<other_end>(), std::declval<C&>()));
  }
};

// A request on its way into `handle`: the route, with what its parameters have matched.
template <class Route>
struct served_route {
  using middleware = typename options_of<Route>::middleware;
  static constexpr route_terms terms = terms_of<Route>;
  static constexpr bool blocking = terms.blocking;
  static constexpr std::string_view problem = pattern_problem(Route::pattern);
  static constexpr auto segments = read_segments<problem.empty() ? count_segments(Route::pattern) : 0>(Route::pattern);
  template <class X, class C>
  using answer = typename handling<X, Route, C>::answer;
  template <class X, class C>
  static constexpr bool never_throws = handling<X, Route, C>::never_throws();
  template <class X>
  static constexpr bool is_mounted = mount<X>::has(Route::pattern);

  Route route{};

  static constexpr served_route from([[maybe_unused]] const captures& found) noexcept {
    served_route out;
    for (std::size_t i = 0; i < Route::parameter_count; ++i) out.route.matched[i] = found[i];
    return out;
  }
  // `from` is what its handler gets: the request, or the peer of a web socket.
  template <class X, class From, class C>
  answer<X, C> call(X& x, From& from, C& ctx) const {
    return handling<X, Route, C>::call(x, route, from, ctx);
  }
};

// A request on its way into a hook, whose extension has these options.
template <class Hook, class... Options>
class served_hook {
  template <class X>
  static constexpr bool takes_no_context = requires(X& x, const request& from) { Hook::call(x, from); };

 public:
  using middleware = through_of<Options...>;
  static constexpr route_terms terms = option_list<Options...>::terms;
  static constexpr bool blocking = terms.blocking;
  template <class>
  static constexpr bool is_mounted = true;

  static constexpr served_hook from(const captures&) noexcept { return {}; }
  template <class X, class C>
  static decltype(auto) call(X& x, const request& from, [[maybe_unused]] C& ctx) {
    if constexpr (takes_no_context<X>)
      return Hook::call(x, from);
    else
      return Hook::call(x, from, ctx);
  }
  template <class X, class C>
  using answer = decltype(call(std::declval<X&>(), std::declval<const request&>(), std::declval<C&>()));
  template <class X, class C>
  static constexpr bool never_throws = [] {
    if constexpr (takes_no_context<X>)
      return noexcept(Hook::call(std::declval<X&>(), std::declval<const request&>()));
    else
      return noexcept(Hook::call(std::declval<X&>(), std::declval<const request&>(), std::declval<C&>()));
  }();
};

}  // namespace tenon::web
