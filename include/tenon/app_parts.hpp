// What an app is made of: the extensions of its list where they fit together, else the first error.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenon/call/composed_drivers.hpp"
#include "tenon/call/composed_functions.hpp"
#include "tenon/composition/check.hpp"
#include "tenon/composition/composed.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/composition/extension_shape.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/composition/implementation_check.hpp"
#include "tenon/composition/listing.hpp"
#include "tenon/event/composed_events.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/event/event_judgement.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/meta/chosen.hpp"
#include "tenon/settings/settings_set.hpp"
#include "tenon/web/composed_routes.hpp"
#include "tenon/web/routes_of.hpp"

namespace tenon {

namespace detail {

template <class Listed, class App>
using hooks_of_listed =
    lifecycle::hooks_of<typename unmarked<Listed>::type, context<typename unmarked<Listed>::type, App>>;
template <class Listed>
inline constexpr bool listed_implementation_is_sound = true;
template <class T>
inline constexpr bool listed_implementation_is_sound<implementation<T>> = is_sound_implementation<T>;
template <class Listed, class... Tags>
inline constexpr bool listed_implementation_is_sound<bearing<Listed, Tags...>> = listed_implementation_is_sound<Listed>;
template <class Composed>
using implementation_of = extension_at<Composed, Composed::rank_of(alias_name)>;

// No fold: clang nests 256 at most.
template <class... Listed>
inline constexpr bool all_are_well_shaped = [] {
  for (bool one : {is_well_shaped<typename unmarked<Listed>::type>...})
    if (!one) return false;
  return true;
}();

template <class App, class... Listed>
struct hooks_checks
    : lifecycle::hooks_check<typename unmarked<Listed>::type, context<typename unmarked<Listed>::type, App>>... {};

// Who has routes, functions or drivers at all, by place in start order.
template <class Composed, class Ranks>
struct havers;
template <class Composed, std::size_t... Rank>
struct havers<Composed, std::index_sequence<Rank...>> {
  static constexpr bool of_routes[]{web::has_routes<extension_at<Composed, Rank>>...};
  static constexpr bool of_functions[]{call::has_functions<extension_at<Composed, Rank>>...};
  static constexpr bool of_drivers[]{call::has_drivers<extension_at<Composed, Rank>>...};
};
template <class Composed>
using havers_in = havers<Composed, std::make_index_sequence<Composed::started>>;

template <class App, class Composed, class Ranks>
struct routes_in_order;
template <class App, class Composed, std::size_t... Rank>
struct routes_in_order<App, Composed, std::index_sequence<Rank...>> {
  using type =
      web::composed_routes<web::routes_of<extension_at<Composed, Rank>, context<extension_at<Composed, Rank>, App>>...>;
};
template <class App, class Composed, class Ranks>
struct functions_in_order;
template <class App, class Composed, std::size_t... Rank>
struct functions_in_order<App, Composed, std::index_sequence<Rank...>> {
  using type = call::composed_functions<
      std::index_sequence<Rank...>,
      call::functions_of<extension_at<Composed, Rank>, context<extension_at<Composed, Rank>, App>>...>;
};
template <class App, class Composed, class Ranks>
struct drivers_in_order;
template <class App, class Composed, std::size_t... Rank>
struct drivers_in_order<App, Composed, std::index_sequence<Rank...>> {
  using type = call::composed_drivers<
      std::index_sequence<Rank...>,
      call::drivers_of<extension_at<Composed, Rank>, context<extension_at<Composed, Rank>, App>>...>;
};
template <class App, class Composed>
using drivers_of_app = typename drivers_in_order<App, Composed, meta::chosen<havers_in<Composed>::of_drivers>>::type;
template <class App, class Composed>
using functions_of_app =
    typename functions_in_order<App, Composed, meta::chosen<havers_in<Composed>::of_functions>>::type;
template <class App, class Composed>
using routes_of_app = typename routes_in_order<App, Composed, meta::chosen<havers_in<Composed>::of_routes>>::type;

// How far the checks come; each is made only where the one before held.
enum class soundness {
  empty,
  no_extensions,
  no_composition,
  no_shape,
  no_implementation,
  no_hooks,
  no_events,
  no_routes,
  no_functions,
  no_drivers,
  sound
};
template <class App, class... Listed>
consteval soundness how_sound() {
  if constexpr (sizeof...(Listed) == 0)
    return soundness::empty;
  else if constexpr (!all_are_extensions<Listed...>)
    return soundness::no_extensions;
  else if constexpr (!composed<Listed...>::ok)
    return soundness::no_composition;
  else if constexpr (!all_are_well_shaped<Listed...>)
    return soundness::no_shape;
  else {
    for (bool one : {listed_implementation_is_sound<Listed>...})
      if (!one) return soundness::no_implementation;
    for (bool one : {hooks_of_listed<Listed, App>::found.are_sound()...})
      if (!one) return soundness::no_hooks;
    if (event::judged_events<App, Listed...>::verdict.fault != event::event_fault::none) return soundness::no_events;
    if (!web::routes_are_sound<routes_of_app<App, composed<Listed...>>>) return soundness::no_routes;
    if (!functions_of_app<App, composed<Listed...>>::are_sound) return soundness::no_functions;
    return drivers_of_app<App, composed<Listed...>>::are_sound ? soundness::sound : soundness::no_drivers;
  }
}

struct nothing_wrong {};

// What an app is made of: the list where it is sound, else nothing, so that one mistake is one error.
template <soundness Soundness, class App, class... Listed>
struct parts {
  using composed_type = nothing_composed;
  using settings_type = settings_set<>;
  using routes_type = web::composed_routes<>;
  using functions_type = call::composed_functions<std::index_sequence<>>;
  using drivers_type = call::composed_drivers<std::index_sequence<>>;
  using events_type = event::no_events;
  using check_type = nothing_wrong;
};
template <class App, class... Listed>
struct parts<soundness::no_extensions, App, Listed...> : parts<soundness::empty, App> {
  using check_type = each_is_an_extension<Listed...>;
};
template <class App, class... Listed>
struct parts<soundness::no_composition, App, Listed...> : parts<soundness::empty, App> {
  using check_type = composes<composed<Listed...>>;
};
template <class App, class... Listed>
struct parts<soundness::no_shape, App, Listed...> : parts<soundness::empty, App> {
  using check_type = shape_checks<typename unmarked<Listed>::type...>;
};
template <class App, class... Listed>
struct parts<soundness::no_implementation, App, Listed...> : parts<soundness::empty, App> {
  using check_type = implementation_check<implementation_of<composed<Listed...>>>;
};
template <class App, class... Listed>
struct parts<soundness::no_hooks, App, Listed...> : parts<soundness::empty, App> {
  using check_type = hooks_checks<App, Listed...>;
};
template <class App, class... Listed>
struct parts<soundness::no_events, App, Listed...> : parts<soundness::empty, App> {
  using check_type = event::event_check<event::judged_events<App, Listed...>>;
};
template <class App, class... Listed>
struct parts<soundness::no_routes, App, Listed...> : parts<soundness::empty, App> {
  using check_type = web::composed_route_check<routes_of_app<App, composed<Listed...>>>;
};
template <class App, class... Listed>
struct parts<soundness::no_functions, App, Listed...> : parts<soundness::empty, App> {
  using check_type = call::composed_function_check<functions_of_app<App, composed<Listed...>>>;
};
template <class App, class... Listed>
struct parts<soundness::no_drivers, App, Listed...> : parts<soundness::empty, App> {
  using check_type = call::driver_check<drivers_of_app<App, composed<Listed...>>>;
};
template <class App, class... Listed>
struct parts<soundness::sound, App, Listed...> {
  using composed_type = composed<Listed...>;
  using settings_type = settings_set<Listed...>;
  using routes_type = routes_of_app<App, composed_type>;
  using functions_type = functions_of_app<App, composed_type>;
  using drivers_type = drivers_of_app<App, composed_type>;
  using events_type = event::composed_events<App, Listed...>;
  using check_type = nothing_wrong;
};

// Lists as they are, and lists with tags among the extensions.
struct from_extensions {
  template <class App, class... Listed>
  using parts = detail::parts<how_sound<App, Listed...>(), App, Listed...>;
};
struct from_mixed {
  template <class App, class... Listed>
  using parts = typename taken_apart<mixed_list<Listed...>>::template list_for<from_extensions, App>;
};
template <class App, class... Listed>
using parts_of =
    typename std::conditional_t<is_mixed<Listed...>, from_mixed, from_extensions>::template parts<App, Listed...>;

}  // namespace detail

}  // namespace tenon
