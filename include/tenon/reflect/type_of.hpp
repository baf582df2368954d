// From a type to its table: the one thing to include for code that reads or writes values by name.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/reflect/field_names.hpp"
#include "tenon/reflect/table.hpp"

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#pragma clang diagnostic ignored "-Wundefined-internal"
#endif

namespace tenon::reflect {

static_assert(most_fields <= most_places);

namespace detail {

// Nothing to be said of it but what it is: no range, nothing secret, nothing inside.
template <class Field>
inline constexpr bool is_plain_field = std::is_same_v<typename worn<Field>::type, Field> &&
                                       kind_of<Field>() >= kind::boolean && kind_of<Field>() <= kind::text;

// Where fields lie that follow each other without a gap: one function for all aggregates with such fields.
template <class... Field>
void places_side_by_side(void* object, void* (&to)[most_places]) {
  char* at = static_cast<char*>(object);
  std::size_t i = 0;
  ((to[i++] = at, at += sizeof(Field)), ...);
}

// What aggregates with such fields have in common.
template <class TakenApart>
struct slots_of;
template <class... Field>
struct slots_of<taken_apart<Field...>> {
  static constexpr std::size_t count = sizeof...(Field), size = (sizeof(Field) + ... + 0);
  static constexpr bool are_plain = (is_plain_field<Field> && ...);
  static constexpr std::array<slot, count> all{slot{&table<typename worn<Field>::type>::value, &worn<Field>::wears}...};
  static constexpr auto side_by_side = &places_side_by_side<Field...>;
};
template <std::size_t N, std::size_t... I>
consteval std::array<named_slot, N> named(const std::array<slot, N>& slots, const std::array<std::string_view, N>& by,
                                          std::index_sequence<I...>) {
  return {named_slot{slots[I], by[I]}...};
}

struct put_places {
  void** to;
  template <class... Field>
  void operator()(Field&... field) const {
    [[maybe_unused]] void** next = to;
    ((*next++ = &worn<std::remove_const_t<Field>>::bare(const_cast<std::remove_const_t<Field>&>(field))), ...);
  }
};

}  // namespace detail

template <class T>
struct table<T, kind::aggregate> {
  using slots = detail::slots_of<detail::parts_of<T>>;
  static constexpr std::array<named_slot, field_count<T>> fields =
      detail::named(slots::all, detail::names_of<T>(), std::make_index_sequence<field_count<T>>());
  static void places(void* object, void* (&to)[most_places]) {
    binding<field_count<T>>::apply(*static_cast<T*>(object), detail::put_places{to});
  }
  static constexpr auto way_to_fields() {
    // They are all that it has, so what adds up to its size has no gaps.
    if constexpr (slots::are_plain && slots::size == sizeof(T))
      return slots::side_by_side;
    else
      return &places;
  }
  static constexpr aggregate_type value{
      {flaw_of<T>.empty() ? kind::aggregate : kind::none, type_name<T>(), flaw_of<T>}, fields, way_to_fields()};
};

// The table of a value as it is held somewhere, which may be a `field` or a `secret`.
template <class T>
inline constexpr slot described{&table<typename worn<T>::type>::value, &worn<T>::wears};

// Whether nothing can be wrong with it, and no default out of a range: so nothing has to be looked for in it.
template <class T>
inline constexpr bool is_plain = false;
template <class T>
  requires(kind_of<T>() == kind::aggregate)
inline constexpr bool is_plain<T> = flaw_of<T>.empty() && table<T, kind::aggregate>::slots::are_plain;

}  // namespace tenon::reflect

#if defined(__clang__)
#pragma clang diagnostic pop
#endif
