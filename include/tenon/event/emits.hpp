// What one extension says that it emits.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/name.hpp"
#include "tenon/concepts/event.hpp"
#include "tenon/event/event_facts.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/event.hpp"

namespace tenon::event {

// One entry of a list of `emits`. `problem` says why it is no event, and is empty where it is one.
struct emitted {
  event_facts facts{};
  std::string_view problem{};
};

namespace detail {

// Flags that are no constants would be passed over.
template <class E>
concept HasVaryingFlag = (requires { E::fail_closed; } && !requires { typename std::bool_constant<E::fail_closed>; }) ||
                         (requires { E::may_be_unheard; } &&
                          !requires { typename std::bool_constant<E::may_be_unheard>; });

template <class E>
consteval emitted emitted_of() {
  if constexpr (std::is_same_v<E, every_event>) {
    return {{.name = "every_event"}, " stands behind an event: write it first in the list"};
  } else if constexpr (!Event<E>) {
    return {{.name = reflect::type_name<E>()},
            " is no event: make it an aggregate with static constexpr std::string_view name = `some.name`;"};
  } else {
    if (!name_problem(E::name).empty())
      return {facts_of<E>, " has a name that is none: write words of a-z and 0-9 joined by ., - or _"};
    if (HasVaryingFlag<E>)
      return {facts_of<E>,
              " has a fail_closed or may_be_unheard that is no constant: write static constexpr bool in front of it"};
    if (fail_closed<E> && !Vetoable<E>)
      return {facts_of<E>, " is fail_closed and has no member bool allow = true; that could be vetoed: give it one"};
    if constexpr (requires { &E::heard_by; } && !KnowsListener<E>)
      return {facts_of<E>, " has a heard_by that nobody would tell: make it void heard_by(std::string_view extension)"};
    return {facts_of<E>, {}};
  }
}

template <class X>
struct emits_list {
  using type = events<>;
};
template <class X>
  requires requires { typename X::emits; }
struct emits_list<X> {
  using type = typename X::emits;
};

template <class List>
struct emits_of {
  static constexpr bool is_list = false, any = false;
  static constexpr std::array<emitted, 0> rows{};
};
template <class... Es>
struct emits_of<events<Es...>> {
  static constexpr bool is_list = true, any = false;
  static constexpr std::array<emitted, sizeof...(Es)> rows{emitted_of<Es>()...};
  using map = meta::type_row<Es...>;
};
template <class... Es>
struct emits_of<events<every_event, Es...>> : emits_of<events<Es...>> {
  static constexpr bool any = true;
};
template <>
struct emits_of<every_event> : emits_of<events<every_event>> {};

}  // namespace detail

// `rows`, one for each event of the list; `any`: it sends whatever there is, by name.
template <class X>
using emits = detail::emits_of<typename detail::emits_list<X>::type>;

// Whether the list of X is right, if it has one; `emits_verdict` says what is not.
template <class X>
inline constexpr bool emits_events = true;
template <class X>
  requires requires { typename X::emits; }
inline constexpr bool emits_events<X> = [] {
  if (!emits<X>::is_list) return false;
  for (const emitted& one : emits<X>::rows)
    if (!one.problem.empty()) return false;
  return true;
}();
template <class X>
constexpr event_verdict emits_verdict() {
  if (!emits<X>::is_list)
    return {event_fault::not_an_event,
            diagnostic::sentence{X::manifest.name, " has a member type emits that is no tenon::events<...>. Write ",
                                 "using emits = tenon::events<greeted, farewelled>;"}};
  for (const emitted& one : emits<X>::rows)
    if (!one.problem.empty())
      return {event_fault::not_an_event,
              diagnostic::sentence{X::manifest.name, " emits ", one.facts.name, ", and that", one.problem, "."}};
  return {};
}

}  // namespace tenon::event
