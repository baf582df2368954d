// What two events have in common: the fields of the same name.
#pragma once

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/aggregate.hpp"
#include "tenon/reflect/binding.hpp"
#include "tenon/reflect/field_names.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::event {

namespace detail {

struct tie_fields {
  template <class... Fields>
  constexpr auto operator()(Fields&... fields) const {
    return std::tuple<Fields&...>(fields...);
  }
};
// References to the fields of one event.
template <class E>
[[gnu::always_inline]] constexpr auto fields_of(E& event) {
  return reflect::binding<reflect::field_count<E>>::apply(event, tie_fields());
}
template <class E, std::size_t I>
using field_type = std::remove_reference_t<std::tuple_element_t<I, decltype(fields_of(std::declval<E&>()))>>;

// The place of a name among the fields of E; their number where there is none.
template <class E>
constexpr std::size_t field_called(std::string_view name) {
  std::size_t i = 0;
  while (i < reflect::field_count<E> && reflect::field_names<E>[i] != name) ++i;
  return i;
}

enum class likeness : unsigned char { other_name, alike, other_type, constant, not_assignable };

// How field I of `To` can be had from `From`.
template <class From, class To, std::size_t I>
consteval likeness likeness_of() {
  constexpr std::size_t same = field_called<From>(reflect::field_names<To>[I]);
  if constexpr (same == reflect::field_count<From>) {
    return likeness::other_name;
  } else {
    using Source = field_type<From, same>;
    using Target = field_type<To, I>;
    if (!std::is_same_v<std::remove_const_t<Source>, std::remove_const_t<Target>>) return likeness::other_type;
    if (std::is_const_v<Target>) return likeness::constant;
    return std::is_copy_assignable_v<Target> || (std::is_move_assignable_v<Target> && !std::is_const_v<Source>)
               ? likeness::alike
               : likeness::not_assignable;
  }
}

template <class From, class To, class Numbers>
struct likenesses;
template <class From, class To, std::size_t... I>
struct likenesses<From, To, std::index_sequence<I...>> {
  static constexpr likeness all[sizeof...(I) + 1]{likeness_of<From, To, I>()..., likeness::other_name};
  static constexpr std::string_view types[sizeof...(I) + 1]{reflect::type_name<field_type<To, I>>()..., {}};
};

template <class E>
constexpr bool can_be_made = requires { E{}; };

}  // namespace detail

// Why a `To` cannot be filled from a `From`; empty where it can.
template <class From, class To>
constexpr diagnostic::sentence cannot_fill() {
  using diagnostic::sentence;
  if constexpr (!reflect::flaw_of<From>.empty()) {
    return sentence{reflect::flaw_of<From>, "."};
  } else if constexpr (!reflect::flaw_of<To>.empty()) {
    return sentence{reflect::flaw_of<To>, "."};
  } else if constexpr (!detail::can_be_made<To>) {
    return sentence{reflect::type_name<To>(), " cannot be made from nothing. Give each of its members a value."};
  } else {
    constexpr std::size_t count = reflect::field_count<To>;
    using every = detail::likenesses<From, To, std::make_index_sequence<count>>;
    bool shared = count == 0 || reflect::field_count<From> == 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view name = reflect::field_names<To>[i];
      switch (every::all[i]) {
        case detail::likeness::other_name:
          break;
        case detail::likeness::alike:
          shared = true;
          break;
        case detail::likeness::other_type:
          return sentence{name,
                          " is of another type in ",
                          reflect::type_name<From>(),
                          " than in ",
                          reflect::type_name<To>(),
                          ", where it is ",
                          every::types[i],
                          ". Give both the same type."};
        case detail::likeness::constant:
          return sentence{name, " is const in ", reflect::type_name<To>(), ". Drop the const there."};
        case detail::likeness::not_assignable:
          return sentence{name, " of ", reflect::type_name<To>(),
                          " cannot be assigned. Give it a type that can, or another name."};
      }
    }
    if (!shared)
      return sentence{reflect::type_name<From>(), " and ", reflect::type_name<To>(),
                      " have no field of the same name. Take the alias out, or give them one."};
    return {};
  }
}

// Fields that are in both. Those that `to` has as constants stay as they are.
template <class From, class To>
void copy_shared_fields(From& from, To& to) {
  if constexpr (reflect::field_count<From> != 0 && reflect::field_count<To> != 0) {
    auto sources = detail::fields_of(from);
    auto targets = detail::fields_of(to);
    auto copy = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
      constexpr std::size_t same = detail::field_called<From>(reflect::field_names<To>[I]);
      if constexpr (same != reflect::field_count<From>) {
        using Target = detail::field_type<To, I>;
        if constexpr (std::is_const_v<Target>)
          return;
        else if constexpr (std::is_copy_assignable_v<Target>)
          std::get<I>(targets) = std::get<same>(sources);
        else
          std::get<I>(targets) = std::move(std::get<same>(sources));
      }
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (copy(std::integral_constant<std::size_t, I>()), ...);
    }(std::make_index_sequence<reflect::field_count<To>>());
  }
}

}  // namespace tenon::event
