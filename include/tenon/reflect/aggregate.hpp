// Aggregates whose fields can be told by name, and a sentence for those whose cannot.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/binding.hpp"
#include "tenon/reflect/count.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::reflect {

// Here and wherever every extension is asked, the compiler itself instead of a trait of the library, which is a class
// and a variable for each type.
template <class T>
concept Aggregate = __is_class(T) && __is_aggregate(T);

namespace detail {

struct anything {
  template <class T>
  operator T() const noexcept;
};
template <class Whole>
struct anything_but {
  template <class T>
    requires(!__is_same(T, Whole))
  operator T() const noexcept;
};
struct nothing {};
template <class T>
struct any_base_of {
  template <class Base>
    requires(__is_base_of(Base, T) && !__is_same(Base, T))
  operator Base() const noexcept;
};
template <std::size_t, class T>
using given = T;

// Only a base class takes the first probe. A first member that takes whatever comes takes the second one too.
template <class T>
inline constexpr bool has_base = requires { T{any_base_of<T>{}}; } && !requires { T{nothing{}}; };

// In braces an array swallows the values of its elements one by one, so it is counted once for each of them. In
// parentheses it takes none.
template <class T, class Counted>
inline constexpr bool has_array = true;
template <class T, std::size_t... I>
  requires(sizeof...(I) != 1) && requires { T(given<I, anything>{}...); }
inline constexpr bool has_array<T, std::index_sequence<I...>> = false;
template <class T>
  requires requires { T(anything_but<T>{}); }  // a single value could be a T to copy
inline constexpr bool has_array<T, std::index_sequence<0>> = false;

// Where it is: an empty pair of braces fills it whole, and then one value for each count is too many.
template <class T, class Before, class After>
inline constexpr bool takes_braces = false;
template <class T, std::size_t... B, std::size_t... A>
  requires requires { T{given<B, anything>{}..., {}, given<A, anything>{}...}; }
inline constexpr bool takes_braces<T, std::index_sequence<B...>, std::index_sequence<A...>> = true;

template <class T, std::size_t Counted, std::size_t I>
inline constexpr bool is_array_at =
    !takes_braces<T, std::make_index_sequence<I>, std::make_index_sequence<Counted - I - 1>> &&
    takes_braces<T, std::make_index_sequence<I>, std::index_sequence<>>;

template <class T, std::size_t Counted, std::size_t I = 0>
consteval std::size_t array_at() {
  if constexpr (I == Counted)
    return Counted;
  else if constexpr (is_array_at<T, Counted, I>)
    return I;
  else
    return array_at<T, Counted, I + 1>();
}

template <class T, class Values>
inline constexpr bool takes_values = false;
template <class T, std::size_t... I>
  requires requires { T{given<I, anything>{}...}; }
inline constexpr bool takes_values<T, std::index_sequence<I...>> = true;

// Where the first guess is right, as it is where all fields are equally large: so many values fill it in parentheses,
// and one more is too many in braces. That spares most types the search, which costs more than all other questions.
template <class T, std::size_t Guess = sizeof(T) / alignof(T)>
inline constexpr bool has_fields_of_one_size = false;
template <class T, std::size_t Guess>
  requires(Guess > 1 && Guess <= most_fields && takes_no_value<T> && !has_array<T, std::make_index_sequence<Guess>> &&
           !takes_values<T, std::make_index_sequence<Guess + 1>>)
inline constexpr bool has_fields_of_one_size<T, Guess> = true;

enum class flaw { none, base, array, size };

struct shape {
  flaw found = flaw::none;
  std::size_t fields = 0, at = 0;
};
template <class T>
consteval shape shape_of() {
  if constexpr (has_base<T>) {
    return {flaw::base, 0, 0};
  } else if constexpr (has_fields_of_one_size<T>) {
    return {flaw::none, sizeof(T) / alignof(T), 0};
  } else {
    constexpr std::size_t counted = values_in_braces<T, most_fields>;
    if constexpr (counted > most_fields)
      return {flaw::size, 0, 0};
    else if constexpr (has_array<T, std::make_index_sequence<counted>>)
      return {flaw::array, 0, array_at<T, counted>()};
    else
      return {flaw::none, counted, 0};
  }
}
template <class T>
inline constexpr shape shape_at = shape_of<T>();

template <class T>
inline constexpr diagnostic::sentence flaw_text = [] {
  constexpr std::string_view name = type_name<T>();
  switch (shape_at<T>.found) {
    case flaw::base:
      return diagnostic::sentence(name,
                                  " has a base class, so its fields cannot be told by name: make the base a member");
    case flaw::array:
      return shape_at<T>.at == values_in_braces<T, most_fields>
                 ? diagnostic::sentence(name, " has a field that is a C array: write std::array instead")
                 : diagnostic::sentence(name, ": field number ", shape_at<T>.at + 1,
                                        " is a C array: write std::array instead");
    case flaw::size:
      return diagnostic::sentence(name, " has more than ", most_fields,
                                  " fields (a C array counts once for each element), ",
                                  "which cannot be told by name: put some of them into a struct of their own");
    case flaw::none:
      break;
  }
  return diagnostic::sentence();
}();

}  // namespace detail

// 0 for an aggregate whose fields cannot be told by name; `flaw_of` says why.
template <Aggregate T>
inline constexpr std::size_t field_count = detail::shape_at<std::remove_cv_t<T>>.fields;

// Empty where they can.
template <Aggregate T>
inline constexpr std::string_view flaw_of{};
template <Aggregate T>
  requires(detail::shape_at<T>.found != detail::flaw::none)
inline constexpr std::string_view flaw_of<T> = detail::flaw_text<T>.view();

}  // namespace tenon::reflect
