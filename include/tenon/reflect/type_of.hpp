// From a type to its table: the one thing to include for code that reads or writes values by name.
#pragma once

#include <array>
#include <cstddef>

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

template <std::size_t N>
struct make_slots {
  const std::array<std::string_view, N>& names;
  template <class... Field>
  constexpr std::array<named_slot, N> operator()(Field&...) const {
    std::size_t i = 0;
    return {{{{&table<typename worn<Field>::type>::value, &worn<Field>::wears}, names[i++]}...}};
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
  static constexpr std::array<named_slot, count> fields =
      binding<count>::apply(const_cast<T&>(detail::never_defined<T>.value), detail::make_slots<count>{field_names<T>});
  static void places(void* object, void* (&to)[most_places]) {
    binding<count>::apply(*static_cast<T*>(object), detail::put_places{to});
  }
  static constexpr aggregate_type value{
      {flaw_of<T>.empty() ? kind::aggregate : kind::none, type_name<T>(), flaw_of<T>}, fields, places};
};

// The table of a value as it is held somewhere, which may be a `field` or a `secret`.
template <class T>
inline constexpr slot described{&table<typename worn<T>::type>::value, &worn<T>::wears};

}  // namespace tenon::reflect

#if defined(__clang__)
#pragma clang diagnostic pop
#endif
