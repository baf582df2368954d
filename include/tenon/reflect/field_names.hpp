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
#include <utility>

#include "tenon/reflect/aggregate.hpp"
#include "tenon/reflect/binding.hpp"
#include "tenon/reflect/type_name.hpp"

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
// Their types too: then an aggregate has to be taken apart only once.
template <class... Fields>
struct taken_apart {
  addresses<sizeof...(Fields)> fields;
};
struct take_addresses {
  template <class... Fields>
  constexpr auto operator()(Fields&... fields) const {
    return taken_apart<Fields...>{{{static_cast<const void*>(&fields)...}}};
  }
};
// No variable, which a program would hold, with addresses of what there is not. (Only the fields that are const in T
// are to be const here.)
template <class T>
using parts_of = decltype(binding<field_count<T>>::apply(std::declval<T&>(), take_addresses{}));
template <auto Addresses>
consteval std::string_view spelt() {
  return {__PRETTY_FUNCTION__, sizeof(__PRETTY_FUNCTION__) - 1};  // counting would take a step for each letter
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
constexpr bool stands_at(const char* place, std::string_view text) {
  return __builtin_memcmp(place, text.data(), text.size()) == 0;
}
// How far it is from the beginning of a name back to the end of the one before.
constexpr std::size_t way_between_names(const char* name) {
  const char* last = name - between_names.size();
  while (!stands_at(last, between_names)) --last;
  return static_cast<std::size_t>(name - last);
}

// What stands behind the last name is the same for every type. What stands between two names is as long as what stands
// between any other two, and is as much longer for a type as its name, which is in it some number of times.
struct spelling {
  std::size_t behind, between, type_in_between;
};
inline constexpr spelling probed = [] {
  const std::string_view text = spelt<
      binding<2>::apply(const_cast<spelling_probe&>(never_defined<spelling_probe>.value), take_addresses{}).fields>();
  const std::size_t at = text.rfind(after_names), second = text.rfind("second_");
  const std::size_t between = way_between_names(text.data() + second);
  const std::string_view type = type_name<spelling_probe>(), among = text.substr(second - between, between);
  std::size_t times = 0;
  for (std::size_t i = among.find(type); i != among.npos; i = among.find(type, i + 1)) ++times;
  return spelling{text.size() - at, between - times * type.size(), times};
}();

// With bare pointers, because it is done while compiling, for every type; and what stands between the names is searched
// only where it is not where the probe says, because a search takes the compiler a step for each letter.
template <std::size_t N>
consteval std::array<std::string_view, N> names_in(std::string_view text, std::size_t type_size) {
  std::array<std::string_view, N> names;
  std::size_t between = probed.between + probed.type_in_between * type_size;
  const char* end = text.data() + text.size() - probed.behind;
  for (std::size_t i = N; i-- > 0; end -= between) {
    const char* from = end;
    while (from[-1] != before_name) --from;
    names[i] = {from, static_cast<std::size_t>(end - from)};
    end = from;
    if (i == N - 1 && i != 0 &&
        !(between < static_cast<std::size_t>(from - text.data()) && stands_at(from - between, between_names)))
      between = way_between_names(from);
  }
  return names;
}

template <class T>
consteval std::array<std::string_view, field_count<T>> names_of() {
  if constexpr (field_count<T> == 0)
    return {};
  else
    return names_in<field_count<T>>(
        spelt<binding<field_count<T>>::apply(const_cast<T&>(never_defined<T>.value), take_addresses{}).fields>(),
        type_name<T>().size());
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
