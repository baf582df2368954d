// The web-handler hooks of an extension: two rows for each, at its mount and below it; or the first thing that is wrong
// with them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/web/hooks.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/web/named_members.hpp"
#include "tenon/web/route_entry.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/served.hpp"
#include "tenon/word/route.hpp"

namespace tenon::web::detail {

// The options of X's hooks: none, those of its list, or something that is no list of them or cannot be seen.
template <class X>
constexpr auto find_web_options() {
  if constexpr (!named_members_of<X>.web_options)
    return std::type_identity<web_options<>>();
  else if constexpr (requires { typename X::web_options; })
    return std::type_identity<typename X::web_options>();
  else
    return std::type_identity<void>();
}
template <class C, class Options>
struct hook_options {
  static constexpr bool is_list = false;
  static constexpr entry found{};
  static constexpr route_terms terms{};
  template <class Hook>
  using served = served_hook<Hook>;
};
template <class C, class... Options>
struct hook_options<C, web_options<Options...>> {
  static constexpr bool is_list = true;
  static constexpr entry found{.unknown_option = option_list<Options...>::unknown,
                               .contradicts = option_list<Options...>::contradicts,
                               .misplaced = is_misplaced(option_list<Options...>::terms),
                               .wrong_middleware = wrong_middleware<C, through_of<Options...>>};
  static constexpr route_terms terms = option_list<Options...>::terms;
  template <class Hook>
  using served = served_hook<Hook, Options...>;
};

template <class X, class C>
struct hooks_of {
 private:
  using given = hook_options<C, typename decltype(find_web_options<X>())::type>;
  static constexpr route_terms terms = given::terms;
  static constexpr bool blocking = terms.blocking;
  static constexpr entry options_found = [] {
    entry out = given::found;
    out.cannot_ask = terms.asks_who() && !may_ask<X>();
    return out;
  }();
  static constexpr bool options_are_wrong = options_found.cannot_ask || options_found.misplaced ||
                                            !options_found.unknown_option.empty() ||
                                            !options_found.wrong_middleware.empty();
  template <class Hook>
  using served = typename given::template served<Hook>;
  template <class Hook>
  static constexpr bool is_task_of() {
    if constexpr (Hook::template callable<X, C>)
      return is_task<typename served<Hook>::template answer<X, C>>;
    else
      return false;
  }
  static constexpr named_members named = named_members_of<X>;
  using each_named = std::make_index_sequence<named.count>;
  template <std::size_t I>
  using hook = hook_at<named.at[I]>;
  // Those that the app can call, of the named ones.
  static constexpr auto callable = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<bool, sizeof...(I)>{hook<I>::template callable<X, C>...};
  }(each_named());
  static constexpr auto names = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::string_view, sizeof...(I)>{hook<I>::name...};
  }(each_named());

 public:
  static constexpr bool for_any_host = terms.subdomain.empty();
  static constexpr std::size_t size = [] {
    std::size_t count = 0;
    for (bool one : callable) count += one ? 2 : 0;
    return count;
  }();
  static constexpr std::string_view wrong = [] {
    std::string_view name;
    for (std::size_t i = 0; i < callable.size(); ++i)
      if (!callable[i]) name = names[i];
    return name;
  }();
  static constexpr std::string_view waits_and_blocks = [] {
    std::string_view name;
    if constexpr (blocking)
      [&]<std::size_t... I>(std::index_sequence<I...>) {
        const bool waits[] = {false, is_task_of<hook<I>>()...};
        for (std::size_t i = 0; i < sizeof...(I); ++i)
          if (waits[i + 1]) name = names[i];
      }(each_named());
    return name;
  }();
  static constexpr route_fault fault = [] {
    if (!given::is_list) return route_fault::not_a_route;
    if (options_are_wrong || (named_members_of<X>.web_options && named.count == 0)) return route_fault::malformed;
    if (!wrong.empty()) return route_fault::hook_not_callable;
    if (!waits_and_blocks.empty()) return route_fault::unhandled;
    if constexpr (size != 0)
      if (mount<X>::reserved) return route_fault::reserved;
    return route_fault::none;
  }();
  static constexpr diagnostic::sentence why() {
    using diagnostic::sentence;
    if (fault == route_fault::not_a_route)
      return sentence{X::manifest.name, " has a member type `web_options` that is private or no ",
                      "tenon::web_options<...>. Write using web_options = tenon::web_options<tenon::authenticated>; ",
                      "in public, or give it another name."};
    if (options_are_wrong) return about_options(options_found, sentence{X::manifest.name, " has web-handler hooks"});
    if (fault == route_fault::malformed)
      return sentence{X::manifest.name, " has web_options and no web-handler hook, so nothing has them. Write them ",
                      "behind the path of each route, as in tenon::get<`/path`, tenon::authenticated>."};
    if (fault == route_fault::unhandled)
      return sentence{X::manifest.name, " marks its hooks as tenon::blocking, and its ", waits_and_blocks,
                      " returns a task, which never blocks. Drop one of the two."};
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
                                                        hook<I>::name, blocking, mount<X>::base_segments, terms},
                                            out[i++] = {hook<I>::method, mount<X>::below, X::manifest.name,
                                                        hook<I>::name, blocking, mount<X>::below_segments, terms},
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
                                     (out[i] = out[i + 1] = &Run<Host, X, served<hook<I>>>::run, i += 2, true)...};
    }
    return out;
  }(each_named());
};

}  // namespace tenon::web::detail
