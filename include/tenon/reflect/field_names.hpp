// The names of an aggregate's fields.
//
// The addresses of the fields of an object that is never defined are constants. As one template argument they appear in
// the text that the compiler has for a function, with the fields' names. They are given as plain addresses, because a
// field's type may bring text of its own into it. Once per type: one text holds all the names.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include "tenon/reflect/aggregate.hpp"
#include "tenon/reflect/binding.hpp"

#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
#pragma clang diagnostic ignored "-Wundefined-internal"
#endif

namespace tenon::reflect {

namespace detail {

template <class T>
struct holder {
  T value;
};
template <class T>
extern const holder<T> never_defined;

template <std::size_t N>
struct addresses {
  const void* at[N];
};
struct take_addresses {
  template <class... Fields>
  constexpr auto operator()(const Fields&... fields) const {
    return addresses<sizeof...(Fields)>{{static_cast<const void*>(&fields)...}};
  }
};
template <auto Addresses>
consteval std::string_view spelt() {
  return __PRETTY_FUNCTION__;
}

#if defined(__clang__)
// [Addresses = addresses<2>{{&never_defined.value.one, &never_defined.value.two}}]
inline constexpr std::string_view between_names = ", &", after_names = "}}";
inline constexpr char before_name = '.';
#else
// [with auto Addresses = ...{const void* [2]{((const void*)(& never_defined<T>.holder<T>::value.T::one)),
// (...::two))}}; ...
inline constexpr std::string_view between_names = ")), ((const void*)(& ", after_names = "))}}";
inline constexpr char before_name = ':';
#endif

struct spelling_probe {
  int first, second_;
};
// What stands behind the last name is the same for every type.
inline constexpr std::size_t behind_names = [] {
  const std::string_view text = spelt<binding<2>::apply(never_defined<spelling_probe>.value, take_addresses{})>();
  return text.size() - text.rfind(after_names);
}();

consteval bool stands_at(const char* place, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (place[i] != text[i]) return false;
  return true;
}

// With bare pointers and one search, because it is done while compiling, for every type. What stands between two names
// is as long as what stands between any other two.
template <std::size_t N>
consteval std::array<std::string_view, N> names_in(std::string_view text) {
  std::array<std::string_view, N> names;
  const char* end = text.data() + text.size() - behind_names;
  std::size_t between = 0;
  for (std::size_t i = N; i-- > 0; end -= between) {
    const char* from = end;
    while (from[-1] != before_name) --from;
    names[i] = {from, static_cast<std::size_t>(end - from)};
    end = from;
    if (between != 0 || i == 0) continue;
    const char* last = from - between_names.size();
    while (!stands_at(last, between_names)) --last;
    between = static_cast<std::size_t>(from - last);
  }
  return names;
}

template <class T>
consteval std::array<std::string_view, field_count<T>> names_of() {
  if constexpr (field_count<T> == 0)
    return {};
  else
    return names_in<field_count<T>>(spelt<binding<field_count<T>>::apply(never_defined<T>.value, take_addresses{})>());
}

}  // namespace detail

template <Aggregate T>
inline constexpr std::array<std::string_view, field_count<T>> field_names = detail::names_of<std::remove_cv_t<T>>();

// A compiler that spells addresses in another way stops here, not in somebody's settings.
static_assert(field_names<detail::spelling_probe>[0] == "first" && field_names<detail::spelling_probe>[1] == "second_");

}  // namespace tenon::reflect

#if defined(__clang__)
#pragma clang diagnostic pop
#endif
