// The functions of one extension as the compiler finds them, or the first thing that is wrong with them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/call/function_fault.hpp"
#include "tenon/call/function_name.hpp"
#include "tenon/call/function_row.hpp"
#include "tenon/composition/member_probe.hpp"
#include "tenon/concepts/call.hpp"
#include "tenon/concepts/function.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/function.hpp"
#include "tenon/word/required.hpp"

namespace tenon::call {

// What answers one function; false where its extension does not run. Never where a caller's arguments are refused.
struct caller;
using function_call = bool (*)(void* app, const caller& by);

// What it gives; void where it cannot be called.
template <class X, class F, class Context>
constexpr auto result_of() {
  if constexpr (CallWithoutContext<X, F, Context>)
    return std::type_identity<std::remove_cvref_t<decltype(std::declval<X&>().call(std::declval<const F&>()))>>();
  else if constexpr (CallWithContext<X, F, Context>)
    return std::type_identity<
        std::remove_cvref_t<decltype(std::declval<X&>().call(std::declval<const F&>(), std::declval<Context&>()))>>();
  else
    return std::type_identity<void>();
}
template <class X, class F, class Context>
using result = typename decltype(result_of<X, F, Context>())::type;

namespace detail {

// A private list is found by its name alone.
template <class X>
using list_probe = tenon::detail::member_probe<X>;
struct hidden_list {};
template <class X>
constexpr auto find_list() {
  if constexpr (requires { typename X::functions; })
    return std::type_identity<typename X::functions>();
  else
    return std::type_identity<hidden_list>();
}

template <class F>
void with_defaults(void* context, void (*visit)(void* context, const void* arguments)) {
  F arguments = arguments_of_nobody::make<F>();  // who looks into an optional one fills and empties it
  visit(context, &arguments);
}

// What is known of one entry of a list of functions.
struct entry {
  function_fault fault = function_fault::not_a_function;
  std::string_view type{};
  std::string_view problem{};
  function_row row{};
};
template <class X, class F, class Context>
constexpr function_row row_of(std::size_t place) {
  using R = result<X, F, Context>;
  function_row row{.name = F::function.name,
                   .extension = X::manifest.name,
                   .doc = F::function.doc,
                   .admin = F::function.admin,
                   .su = F::function.su,
                   .no_side_effects = F::function.no_side_effects,
                   .never_blocks = F::function.never_blocks,
                   .arguments = reflect::described<F>,
                   .place = place,
                   .with_defaults = &with_defaults<F>};
  if constexpr (!std::is_void_v<R>) {
    row.result = reflect::described<R>;
    row.gives_result = true;
  }
  return row;
}
template <class X, class F, class Context>
constexpr bool gives_what_can_be_written() {
  using R = result<X, F, Context>;
  if constexpr (std::is_void_v<R>)
    return true;
  else
    return reflect::detail::is_written<R>;
}
template <class X, class F, class Context>
constexpr entry entry_of(std::size_t place) {
  if constexpr (!Function<F>) {
    return {.type = reflect::type_name<F>()};
  } else {
    entry out{.fault = function_fault::none,
              .type = reflect::type_name<F>(),
              .problem = function_name_problem(F::function.name)};
    out.row.name = F::function.name;
    if (!out.problem.empty()) {
      out.fault = function_fault::malformed;
    } else if constexpr (!reflect::detail::is_read<F>) {
      out.fault = function_fault::unreadable;
      out.problem = reflect::detail::why_not<F>::text.view();
    } else if constexpr (!Call<X, F, Context>) {
      out.fault = function_fault::not_callable;
    } else if constexpr (!gives_what_can_be_written<X, F, Context>()) {
      out.fault = function_fault::unreadable;
      out.problem = reflect::detail::why_not<result<X, F, Context>>::text.view();
    } else {
      out.row = row_of<X, F, Context>(place);
    }
    return out;
  }
}

template <class X, class Context, class List>
struct list_of {
  static constexpr std::size_t size = 0;
  static constexpr function_fault fault = function_fault::not_a_function;
  static constexpr diagnostic::sentence why() {
    return diagnostic::sentence{X::manifest.name, " has a member type functions that is ",
                                std::is_same_v<List, hidden_list> ? "private" : "no tenon::functions<...>",
                                ", so nothing in it could be called. Write using functions = ",
                                "tenon::functions<hello_world>; in public, or give it another name."};
  }
  static constexpr std::array<function_row, 0> rows{};
};
template <class X, class Context, class... Functions>
struct list_of<X, Context, tenon::functions<Functions...>> {
  static constexpr std::size_t size = sizeof...(Functions);
  static constexpr std::array<entry, size> entries = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<entry, size>{entry_of<X, Functions, Context>(I)...};
  }(std::make_index_sequence<size>());
  static constexpr std::size_t wrong = [] {
    for (std::size_t i = 0; i < size; ++i)
      if (entries[i].fault != function_fault::none) return i;
    return size;
  }();
  static constexpr std::size_t twice = [] {
    for (std::size_t i = 1; i < size; ++i)
      for (std::size_t before = 0; before < i; ++before)
        if (entries[i].row.name == entries[before].row.name) return i;
    return size;
  }();
  static constexpr function_fault fault = [] {
    for (const entry& one : entries)
      if (one.fault != function_fault::none) return one.fault;
    return twice < size ? function_fault::duplicate : function_fault::none;
  }();
  static constexpr std::array<function_row, size> rows = [] {
    std::array<function_row, size> out{};
    for (std::size_t i = 0; i < size; ++i) out[i] = entries[i].row;
    return out;
  }();
  template <class Host, template <class, class, class> class Run>
  static constexpr std::array<function_call, size> calls{&Run<Host, X, Functions>::run...};

  static constexpr diagnostic::sentence why() {
    using diagnostic::sentence;
    if (fault == function_fault::duplicate)
      return sentence{X::manifest.name, " has two functions named ", entries[twice].row.name,
                      ". Rename one of them, or take it out of the list."};
    const entry& one = entries[wrong];
    if (fault == function_fault::not_a_function)
      return sentence{X::manifest.name, " has ", one.type, " in its list of functions, which is none. Make it an ",
                      "aggregate of arguments with static constexpr auto function = tenon::function{.name = `some`};"};
    if (fault == function_fault::malformed)
      return sentence{X::manifest.name, " has a function named `",     one.row.name, "`, a name that ",
                      one.problem,      ". Write it as in helloWorld."};
    if (fault == function_fault::unreadable)
      return sentence{"function ", one.row.name, " of ", X::manifest.name, ": ", one.problem};
    return sentence{X::manifest.name,
                    " lists the function ",
                    one.row.name,
                    " and does not do it. Give it a public std::string call(const ",
                    one.type,
                    "&), or with auto& ctx behind it, of whatever return type it has. Write the return type out."};
  }
};

}  // namespace detail

// Whether there is a list at all; most have none, and nothing is made for them.
template <class X>
inline constexpr bool has_functions =
    !requires { typename std::type_identity<struct detail::list_probe<X>::functions>; };

// Of one that has. `Context` is what its functions are called with.
template <class X, class Context>
using functions_of = detail::list_of<X, Context, typename decltype(detail::find_list<X>())::type>;

}  // namespace tenon::call
