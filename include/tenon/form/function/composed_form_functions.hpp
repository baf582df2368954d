// The functions of forms that the extensions of a composition bring. Who shows forms asks for them; nobody else pays.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/call/function_name.hpp"
#include "tenon/composition/composed.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/form/function/bound_functions.hpp"
#include "tenon/form/function/form_function_fault.hpp"
#include "tenon/form/function/form_function_row.hpp"

namespace tenon::form {

namespace detail {

// A private list is found by its name alone: deriving from the type and from something else that has one makes the name
// ambiguous.
struct form_functions_decoy {
  struct form_functions {};
};
template <class X>
struct form_functions_probe : X, form_functions_decoy {};
template <class X>
inline constexpr bool names_form_functions =
    !requires { typename std::type_identity<struct form_functions_probe<X>::form_functions>; };

struct hidden_form_functions {};
template <class X>
constexpr auto find_form_functions() {
  if constexpr (!names_form_functions<X>)
    return std::type_identity<tenon::form_functions<>>();
  else if constexpr (requires { typename X::form_functions; })
    return std::type_identity<typename X::form_functions>();
  else
    return std::type_identity<hidden_form_functions>();
}

struct form_function_entry {
  form_function_fault fault = form_function_fault::not_a_form_function;
  std::string_view type{}, extension{};
  form_function_row row{};
};
template <class F>
constexpr form_function_entry entry_of_form_function(std::string_view extension) {
  form_function_entry out{.type = reflect::type_name<F>(), .extension = extension};
  if constexpr (FormFunction<F>) {
    out.row = row_of_form_function<F>(extension);
    const bool has_good_name = call::function_name_problem(out.row.name).empty();
    out.fault = has_good_name ? form_function_fault::none : form_function_fault::malformed;
  }
  return out;
}

template <class X, class List>
struct form_functions_of {
  static constexpr std::size_t size = 1;
  static constexpr std::array<form_function_entry, 1> entries{form_function_entry{
      .type = std::is_same_v<List, hidden_form_functions> ? "" : "?", .extension = X::manifest.name}};
};
template <class X, class... Functions>
struct form_functions_of<X, tenon::form_functions<Functions...>> {
  static constexpr std::size_t size = sizeof...(Functions);
  static constexpr std::array<form_function_entry, size> entries{
      entry_of_form_function<Functions>(X::manifest.name)...};
};
template <class X>
using form_functions_found = form_functions_of<X, typename decltype(find_form_functions<X>())::type>;

}  // namespace detail

// `Parts` have a size and entries, one for each extension, in start order.
template <class... Parts>
struct composed_form_functions {
  static constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (std::size_t one : {std::size_t{0}, Parts::size...}) sum += one;
    return sum;
  }();
  static constexpr std::array<detail::form_function_entry, size> entries = [] {
    std::array<detail::form_function_entry, size> out{};
    std::size_t i = 0;
    for (std::span<const detail::form_function_entry> part :
         {std::span<const detail::form_function_entry>(),
          std::span<const detail::form_function_entry>(Parts::entries)...})
      for (const detail::form_function_entry& one : part) out[i++] = one;
    return out;
  }();
  // The place of the first with a fault; `size`: there is none.
  static constexpr std::size_t wrong = [] {
    for (std::size_t i = 0; i < size; ++i)
      if (entries[i].fault != form_function_fault::none) return i;
    return size;
  }();
  // The first that has the name of the one at `i`, which may be that one itself.
  static constexpr std::size_t first_named_as(std::size_t i) {
    std::size_t first = 0;
    while (entries[first].row.name != entries[i].row.name) ++first;
    return first;
  }
  // The place of the first whose name another has before it; `size`: there is none.
  static constexpr std::size_t repeated = [] {
    for (std::size_t i = 0; wrong == size && i < size; ++i)
      if (first_named_as(i) != i) return i;
    return size;
  }();
  static constexpr form_function_fault fault = wrong < size      ? entries[wrong].fault
                                               : repeated < size ? form_function_fault::duplicate
                                                                 : form_function_fault::none;
  static constexpr std::array<form_function_row, size> rows = [] {
    std::array<form_function_row, size> out{};
    for (std::size_t i = 0; i < size; ++i) out[i] = entries[i].row;
    return out;
  }();

  static constexpr diagnostic::sentence why() {
    using diagnostic::sentence;
    if (fault == form_function_fault::duplicate) {
      const detail::form_function_entry& one = entries[first_named_as(repeated)];
      return sentence{one.extension,
                      " and ",
                      entries[repeated].extension,
                      " both have a function of forms called ",
                      one.row.name,
                      ", ",
                      one.type,
                      " and ",
                      entries[repeated].type,
                      ". Give one of them another name."};
    }
    const detail::form_function_entry& one = entries[wrong];
    if (fault == form_function_fault::malformed)
      return sentence{one.type,
                      " of ",
                      one.extension,
                      " is called ",
                      one.row.name,
                      ", which ",
                      call::function_name_problem(one.row.name),
                      ". Name it by a letter a-z, then letters, digits and _."};
    if (one.type.empty() || one.type == "?")
      return sentence{one.extension, " has a member type form_functions that is ",
                      one.type.empty() ? "private" : "no tenon::form_functions<...>",
                      ". Write using form_functions = tenon::form_functions<in_range>; in public, or give it another "
                      "name."};
    return sentence{one.extension,
                    " has ",
                    one.type,
                    " in its list of functions of forms, which is none. Make it an aggregate with ",
                    "static constexpr auto form_function = tenon::form_function{.name = `in_range`}; and ",
                    "bool call() const;"};
  }
};

namespace detail {

template <class App, class Ranks>
struct form_functions_in_order;
template <class App, std::size_t... Rank>
struct form_functions_in_order<App, std::index_sequence<Rank...>> {
  using type = composed_form_functions<form_functions_found<extension_at<typename App::composed_type, Rank>>...>;
};
template <class Context>
struct form_functions_for;
template <class X, class App>
struct form_functions_for<context<X, App>> {
  using app = App;
  using type = typename form_functions_in_order<App, std::make_index_sequence<App::composed_type::started>>::type;
};

}  // namespace detail

// What the extensions of a composition do for forms, in start order: `tenon::form::form_functions_in(ctx)`. A mistake
// in one of their lists is an error of the compiler, and so is a function of the program's own bundle that nobody has.
template <class Context>
[[nodiscard]] std::span<const form_function_row> form_functions_in(const Context&) noexcept {
  using all = typename detail::form_functions_for<Context>::type;
  [[maybe_unused]] const form_function_check<all> checked{};
  [[maybe_unused]] const bound_functions_check<all, typename detail::form_functions_for<Context>::app> bound{};
  return all::rows;
}

}  // namespace tenon::form
