// From a type to its table: the one thing to include for code that reads or writes values by name.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

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

template <std::size_t N>
struct made_of {
  std::array<named_slot, N> fields{};
  void (*places)(void*, void* (&to)[most_places]) = nullptr;  // null: the fields have to be asked
  bool is_plain = true;
};
// `T` holds the fields. They are all that it has, so what adds up to its size has no gaps.
template <class T, std::size_t N>
struct make_slots {
  const std::array<std::string_view, N>& names;
  template <class... Field>
  constexpr made_of<N> operator()(Field&...) const {
    std::size_t i = 0;
    made_of<N> out{{{{{&table<typename worn<Field>::type>::value, &worn<Field>::wears}, names[i++]}...}}};
    out.is_plain = (is_plain_field<Field> && ...);
    if constexpr ((is_plain_field<Field> && ...) && (sizeof(Field) + ... + 0) == sizeof(T))
      out.places = &places_side_by_side<Field...>;
    return out;
  }
};

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
  static constexpr std::size_t count = field_count<T>;
  // Only the fields that are const in T are to be const here.
  static constexpr detail::made_of<count> made = binding<count>::apply(const_cast<T&>(detail::never_defined<T>.value),
                                                                       detail::make_slots<T, count>{field_names<T>});
  static void places(void* object, void* (&to)[most_places]) {
    binding<count>::apply(*static_cast<T*>(object), detail::put_places{to});
  }
  static constexpr auto way_to_fields() {
    if constexpr (made.places != nullptr)
      return made.places;
    else
      return &places;
  }
  static constexpr aggregate_type value{
      {flaw_of<T>.empty() ? kind::aggregate : kind::none, type_name<T>(), flaw_of<T>}, made.fields, way_to_fields()};
};

// The table of a value as it is held somewhere, which may be a `field` or a `secret`.
template <class T>
inline constexpr slot described{&table<typename worn<T>::type>::value, &worn<T>::wears};

// Whether nothing can be wrong with it, and no default out of a range: so nothing has to be looked for in it.
template <class T>
inline constexpr bool is_plain = false;
template <class T>
  requires(kind_of<T>() == kind::aggregate)
inline constexpr bool is_plain<T> = flaw_of<T>.empty() && table<T>::made.is_plain;

}  // namespace tenon::reflect

#if defined(__clang__)
#pragma clang diagnostic pop
#endif
