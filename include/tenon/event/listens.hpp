// What one extension says that it hears, where it keeps a closed list.
#pragma once

#include <string_view>
#include <type_traits>

#include "tenon/concepts/event.hpp"
#include "tenon/concepts/listens.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/event.hpp"

namespace tenon::event {

namespace detail {

template <class X>
struct listens_list {
  static constexpr bool closed = false;
  static constexpr bool is_list = true, has_patterns = false;
  static constexpr bool has_pattern(std::string_view) { return false; }
};

template <class T>
inline constexpr bool is_pattern = false;
template <fixed_string Text>
inline constexpr bool is_pattern<pattern<Text>> = true;

template <class T>
inline constexpr std::string_view malformed_pattern{};
template <fixed_string Text>
  requires(!pattern<Text>::is_well_formed)
inline constexpr std::string_view malformed_pattern<pattern<Text>> = Text.view().empty() ? "``" : Text.view();

template <class T>
constexpr bool covers([[maybe_unused]] std::string_view name) {
  if constexpr (is_pattern<T>)
    return T::matches(name);
  else
    return false;
}

template <class List>
struct closed_list {
  static constexpr bool closed = true;
  static constexpr bool is_list = false, has_patterns = true;  // what is wrong is said of the list alone
  static constexpr bool has_pattern(std::string_view) { return false; }
};
template <class... Listed>
struct closed_list<tenon::listens<Listed...>> {
  static constexpr bool closed = true;
  static constexpr bool is_list = true;
  static constexpr bool has_patterns = [] {
    for (bool one : {false, is_pattern<Listed>...})
      if (one) return true;
    return false;
  }();
  static constexpr bool has_pattern([[maybe_unused]] std::string_view name) {
    for (bool one : {false, covers<Listed>(name)...})
      if (one) return true;
    return false;
  }
  template <class E>
  static constexpr bool has = [] {
    for (bool one : {false, std::is_same_v<E, Listed>...})
      if (one) return true;
    return false;
  }();
};
template <class X>
  requires requires { typename X::listens; }
struct listens_list<X> : closed_list<typename X::listens> {};

// The first listed pattern that is none; empty where there is none.
template <class List>
inline constexpr std::string_view first_malformed{};
template <class... Listed>
inline constexpr std::string_view first_malformed<tenon::listens<Listed...>> = [] {
  for (std::string_view one : {std::string_view(), malformed_pattern<Listed>...})
    if (!one.empty()) return one;
  return std::string_view();
}();

// The first listed event without its `on`, as the compiler names it; empty where there is none.
template <class X, class Context, class T>
consteval std::string_view missing_on() {
  if constexpr (is_pattern<T>)
    return {};
  else if constexpr (!Event<T>)
    return reflect::type_name<T>();
  else
    return Listens<X, T, Context> ? std::string_view() : reflect::type_name<T>();
}
template <class X, class Context, class List>
struct missing_of {
  static constexpr std::string_view first{};
};
template <class X, class Context, class... Listed>
struct missing_of<X, Context, tenon::listens<Listed...>> {
  static constexpr std::string_view first = [] {
    for (std::string_view one : {std::string_view(), missing_on<X, Context, Listed>()...})
      if (!one.empty()) return one;
    return std::string_view();
  }();
};

}  // namespace detail

// `closed` and, then, `has<E>`; `has_pattern(name)`; `is_list`: it is a tenon::listens<...>, or there is none.
template <class X>
using listens = detail::listens_list<X>;

// The first listed event that X does not hear, as the compiler names it; empty where there is none, or no list.
template <class X, class Context>
inline constexpr std::string_view first_missing{};
template <class X, class Context>
  requires(listens<X>::closed && listens<X>::is_list)
inline constexpr std::string_view first_missing<X, Context> =
    detail::missing_of<X, Context, typename X::listens>::first;

// The first pattern in its list that covers nothing, as it is written; empty where there is none.
template <class X>
inline constexpr std::string_view bad_pattern{};
template <class X>
  requires(listens<X>::closed)
inline constexpr std::string_view bad_pattern<X> = detail::first_malformed<typename X::listens>;

// What is wrong with the list of X.
template <class X, class Context>
constexpr event_verdict listens_verdict() {
  if (!listens<X>::is_list)
    return {event_fault::not_callable,
            diagnostic::sentence{X::manifest.name, " has a member type listens that is no tenon::listens<...>. Write ",
                                 "using listens = tenon::listens<greeted, tenon::pattern<`create.*`>>;"}};
  if (!bad_pattern<X>.empty())
    return {event_fault::not_callable,
            diagnostic::sentence{X::manifest.name, " listens to the pattern ", bad_pattern<X>,
                                 ", which covers no name. Write a whole name, words of one with .* behind them, as in ",
                                 "create.*, or * alone."}};
  const std::string_view missing = first_missing<X, Context>;
  return {event_fault::not_callable,
          diagnostic::sentence{X::manifest.name, " lists ", missing, " among its listens and does not hear it. ",
                               "Give it a public void on(", missing, "&), or with auto& ctx behind it."}};
}

}  // namespace tenon::event
