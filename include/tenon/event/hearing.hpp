// Whether and how one extension hears one event.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/member_probe.hpp"
#include "tenon/concepts/event.hpp"
#include "tenon/concepts/listens.hpp"
#include "tenon/event/listens.hpp"
#include "tenon/event/overlooked.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/event.hpp"

namespace tenon::event {

enum class hearing : std::uint8_t {
  none,
  on,               // void on(E&)
  on_with_context,  // void on(E&, auto& ctx)
  any,              // void on_any(auto& event), by a pattern
  any_with_context,
  not_exact,        // an `on` that takes it by value, or answers something
  not_listed,       // an `on` for it, and a closed list without it
  not_const,        // an `on` that could change it, though it is posted
  not_copyable,     // it is posted, and has no copy
  any_not_callable  // a pattern for it, and no on_any
};

[[nodiscard]] constexpr bool is_heard(hearing how) noexcept {
  return how == hearing::on || how == hearing::on_with_context || how == hearing::any ||
         how == hearing::any_with_context;
}

namespace detail {

template <class X>
using on_probe = tenon::detail::member_probe<X>;
// Names that an extension has, be they private: what they say must not be passed over.
template <class X>
inline constexpr bool has_on_any = !requires { &on_probe<X>::on_any; };
template <class X>
inline constexpr bool has_delivery = !requires { typename std::type_identity<struct on_probe<X>::delivery>; };
template <class X>
inline constexpr bool has_listens = !requires { typename std::type_identity<struct on_probe<X>::listens>; };
template <class X>
inline constexpr bool has_emits = !requires { typename std::type_identity<struct on_probe<X>::emits>; };
template <class X>
inline constexpr bool has_answers = !requires { typename std::type_identity<struct on_probe<X>::answers>; };
// Does X have a member `on` at all? Most do not, and then nothing else is asked of them.
// (No lambda, here and below: each is a class of its own, for every extension.)
template <class X>
inline constexpr bool has_on = true;  // nothing can derive from it, so it has to be asked for every event
template <class X>
  requires(!__is_final(X))
inline constexpr bool has_on<X> = !requires { &on_probe<X>::on; };

// Of an `on` that is no template and the only one, whether what it takes is an event at all; how it does, and whether
// it may, is asked where somebody emits that. A member variable of that name is none.
template <class E>
concept TakenAsEvent = Event<std::remove_cvref_t<E>> && !std::is_rvalue_reference_v<E>;
template <class R, class X, TakenAsEvent E, class... C>
  requires(sizeof...(C) < 2)
std::true_type takes_event(R (X::*)(E, C...));
template <class R, class X, TakenAsEvent E, class... C>
  requires(sizeof...(C) < 2)
std::true_type takes_event(R (X::*)(E, C...) const);
template <class R, class X, TakenAsEvent E, class... C>
  requires(sizeof...(C) < 2)
std::true_type takes_event(R (X::*)(E, C...) &);
template <class R, class X, TakenAsEvent E, class... C>
  requires(sizeof...(C) < 2)
std::true_type takes_event(R (X::*)(E, C...) const&);
template <class R, TakenAsEvent E, class... C>
  requires(sizeof...(C) < 2)
std::true_type takes_event(R (*)(E, C...));
template <class Member, class X>
  requires(!std::is_function_v<Member>)
std::true_type takes_event(Member X::*);
std::false_type takes_event(...);
template <class X>
inline constexpr bool takes_events = true;
template <class X>
  requires(has_on<X> && requires { &X::on; })
inline constexpr bool takes_events<X> = decltype(takes_event(&X::on))::value;

// By value, with an answer that nobody would read, or by a function of another kind than the one that is called.
template <class X, class E, class Context>
concept Misheard =
    requires(X& x, E& event) { requires !std::is_void_v<decltype(x.on(event))>; } ||
    requires(X& x, E& event, Context& ctx) { requires !std::is_void_v<decltype(x.on(event, ctx))>; } ||
    requires { static_cast<void (X::*)(E)>(&X::on); } || requires { static_cast<void (X::*)(E, Context&)>(&X::on); } ||
    requires { static_cast<void (*)(E&)>(&X::on); } || requires { static_cast<void (*)(const E&)>(&X::on); } ||
    requires { static_cast<void (*)(E&, Context&)>(&X::on); } ||
    requires { static_cast<void (*)(const E&, Context&)>(&X::on); } ||
    requires { static_cast<void (X::*)(E&)&>(&X::on); } || requires { static_cast<void (X::*)(const E&)&>(&X::on); } ||
    requires { static_cast<void (X::*)(const E&) const&>(&X::on); };

}  // namespace detail

// Places in a row of events.
template <std::size_t Events>
struct event_places {
  std::size_t at[Events == 0 ? 1 : Events]{};
  std::size_t count = 0;
};

// Which events of a row are worth a closer look. All in one function: as a template for each pair of an extension and
// an event it would cost seconds. Bare arrays, here and where it goes: g++ remembers every call that it has evaluated,
// and so each access to a std::array.
template <class X, class Context, class... Events>
consteval event_places<sizeof...(Events)> may_hear(meta::type_row<Events...>) {
  event_places<sizeof...(Events)> out;
  if constexpr (sizeof...(Events) != 0 && (detail::has_on<X> || listens<X>::closed)) {
    // No parameters of a requirement: a compiler makes them anew for each. The size is that of any pointer: g++ 12
    // wants to see the pack outside of a requirement too.
    // clang-format off
    constexpr X* x = nullptr;
    constexpr Context* ctx = nullptr;
    const bool flags[] = {(sizeof(Events*) != 0 &&
                           (requires { x->on(*static_cast<Events*>(nullptr)); } ||
                            requires { x->on(*static_cast<Events*>(nullptr), *ctx); }))...};
    // clang-format on
    if constexpr (listens<X>::closed) {
      const bool covered[] = {listens<X>::has_pattern(Events::name)...};
      for (std::size_t event = 0; event < sizeof...(Events); ++event)
        if (flags[event] || covered[event]) out.at[out.count++] = event;
    } else {
      for (std::size_t event = 0; event < sizeof...(Events); ++event)
        if (flags[event]) out.at[out.count++] = event;
    }
  }
  return out;
}

// Whether X hears everything on its executor.
template <class X>
inline constexpr bool is_posted = requires { requires std::is_same_v<typename X::delivery, on_executor>; };

namespace detail {

template <class X, class E, class Context>
concept HearsConst = requires { static_cast<void (X::*)(const E&)>(&X::on); } ||
                     requires { static_cast<void (X::*)(const E&) const>(&X::on); } ||
                     requires { static_cast<void (X::*)(const E&, Context&)>(&X::on); } ||
                     requires { static_cast<void (X::*)(const E&, Context&) const>(&X::on); } ||
                     requires { static_cast<void (X::*)(const E&, const Context&)>(&X::on); } ||
                     requires { static_cast<void (X::*)(const E&, const Context&) const>(&X::on); };

}  // namespace detail

// The closer look, at one of those, where X keeps a closed list.
template <class X, class E, class Context>
consteval hearing listened_by_list() {
  using list = listens<X>;
  constexpr bool by_pattern = list::has_pattern(E::name);
  constexpr bool is_listed = [] {
    if constexpr (list::is_list)
      return list::template has<E>;
    else
      return true;
  }();
  if constexpr (ListensWithoutContext<X, E>)
    return is_listed || by_pattern ? hearing::on : hearing::not_listed;
  else if constexpr (ListensWithContext<X, E, Context>)
    return is_listed || by_pattern ? hearing::on_with_context : hearing::not_listed;
  else if constexpr (by_pattern && requires(X& x, E& event) {
                       { x.on_any(event) } -> std::same_as<void>;
                     })
    return hearing::any;
  else if constexpr (by_pattern && ListensToAny<X, E, Context>)
    return hearing::any_with_context;
  else if constexpr (by_pattern)
    return hearing::any_not_callable;
  else
    return detail::Misheard<X, E, Context> ? hearing::not_exact : hearing::none;
}
template <class X, class E, class Context>
consteval hearing listened() {
  if constexpr (listens<X>::closed)
    return listened_by_list<X, E, Context>();
  else if constexpr (ListensWithoutContext<X, E>)
    return hearing::on;
  else if constexpr (ListensWithContext<X, E, Context>)
    return hearing::on_with_context;
  else
    return detail::Misheard<X, E, Context> ? hearing::not_exact : hearing::none;
}
template <class X, class E, class Context>
consteval hearing hearing_of() {
  constexpr hearing how = listened<X, E, Context>();
  if constexpr (!is_posted<X>) {
    return how;
  } else if constexpr (is_heard(how)) {
    if constexpr (!std::is_copy_constructible_v<E>)
      return hearing::not_copyable;
    else if constexpr ((how == hearing::on || how == hearing::on_with_context) && !detail::HearsConst<X, E, Context>)
      return hearing::not_const;
    else if constexpr ((how == hearing::any || how == hearing::any_with_context) && !ListensToAny<X, const E, Context>)
      return hearing::not_const;
  }
  return how;
}

// What one extension may hear of a row of events, and how.
template <std::size_t Count>
struct hearing_list {
  std::size_t event[Count + 1]{};
  hearing how[Count + 1]{};
};
// An `on` of which nobody can say what it hears.
enum class odd_on : std::uint8_t { none, for_everything, not_callable };
struct hearing_view {
  const std::size_t* event = nullptr;
  const hearing* how = nullptr;
  std::size_t count = 0;
  bool posted = false;  // all of it, to its executor
  odd_on odd = odd_on::none;
};

namespace detail {
template <class X, class Context, class Row>
inline constexpr auto places_heard = may_hear<X, Context>(Row());
// Nobody can mean this one: an `on` that takes it takes everything.
struct anything {
  static constexpr std::string_view name = "anything";
};
template <class X, class Context>
concept TakesEverything = requires(X& x, anything& event) { x.on(event); } ||
                          requires(X& x, anything& event, Context& ctx) { x.on(event, ctx); };

template <class X, class Context, class Row, std::size_t I>
using event_heard = meta::type_at<places_heard<X, Context, Row>.at[I], Row>;
template <std::size_t Size>
consteval bool all_of(const bool (&flags)[Size]) {
  for (bool one : flags)
    if (!one) return false;
  return true;
}
template <class X, class Context, class Row, std::size_t... I>
consteval hearing_list<sizeof...(I)> hearings(std::index_sequence<I...>) {
  constexpr const auto& places = places_heard<X, Context, Row>;
  // Most hear all that they hear as a constant, without a list and at once; that is one question for each event, where
  // the rest are ten and a function.
  constexpr bool usual[] = {
      true, (requires { static_cast<void (X::*)(const event_heard<X, Context, Row, I>&)>(&X::on); })...};
  if constexpr (!listens<X>::closed && !is_posted<X> && all_of(usual)) {
    hearing_list<sizeof...(I)> out{{places.at[I]...}, {}};
    for (std::size_t i = 0; i < sizeof...(I); ++i) out.how[i] = hearing::on;
    return out;
  } else {
    return {{places.at[I]...}, {hearing_of<X, meta::type_at<places.at[I], Row>, Context>()...}};
  }
}
template <class X, class Context, class Row>
inline constexpr auto hearings_of =
    hearings<X, Context, Row>(std::make_index_sequence<places_heard<X, Context, Row>.count>());
// Where the first one stands that is heard so; their number where none is.
template <class X, class Context, class Row>
consteval std::size_t first_heard(hearing wanted) {
  std::size_t first = 0;
  while (first < places_heard<X, Context, Row>.count && hearings_of<X, Context, Row>.how[first] != wanted) ++first;
  return first;
}
}  // namespace detail

// What is odd about an `on` of X.
template <class X, class Context, class Row>
consteval odd_on odd_on_of() {
  using namespace detail;
  constexpr std::size_t count = places_heard<X, Context, Row>.count, plain = first_heard<X, Context, Row>(hearing::on),
                        with_context = first_heard<X, Context, Row>(hearing::on_with_context);
  if constexpr (!has_on<X>) return odd_on::none;
  if constexpr (TakesEverything<X, Context>) return odd_on::for_everything;
  if constexpr (has_on<X> && count == 0 && !requires { &X::on; })
    if (is_deaf_to_all<X, Context>) return odd_on::not_callable;
  if constexpr (plain < count)
    if (overlooks<X, event_heard<X, Context, Row, plain>>) return odd_on::not_callable;
  if constexpr (with_context < count)
    if (overlooks<X, event_heard<X, Context, Row, with_context>, Context>) return odd_on::not_callable;
  return odd_on::none;
}

template <class X, class Context, class Row>
inline constexpr hearing_view hearings{detail::hearings_of<X, Context, Row>.event,
                                       detail::hearings_of<X, Context, Row>.how,
                                       detail::places_heard<X, Context, Row>.count, is_posted<X>};
// An aggregate has nothing private as a rule, and to ask costs.
template <class X, class Context, class Row>
  requires(detail::has_on<X> && (!__is_aggregate(X) || detail::places_heard<X, Context, Row>.count == 0 ||
                                 detail::places_heard<X, Context, Row>.count == Row::size))
inline constexpr hearing_view hearings<X, Context, Row>{
    detail::hearings_of<X, Context, Row>.event, detail::hearings_of<X, Context, Row>.how,
    detail::places_heard<X, Context, Row>.count, is_posted<X>, odd_on_of<X, Context, Row>()};

}  // namespace tenon::event
