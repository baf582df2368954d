// Defaults that stand inside of their own ranges, as far as a compiler can know them, and a sentence for one that does
// not.
//
// Lengths of texts, lists and maps are left to the start: an empty text may say that somebody has to fill it in.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include "tenon/diagnostic/default_out_of_range.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/range_fit.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type_of.hpp"

namespace tenon::reflect {

namespace detail {

// The way to a value, as places of fields, and what its range compares.
struct misfit {
  bool found = false;
  double magnitude = 0;
  std::size_t depth = 0;
  std::array<std::size_t, 16> way{};
};

template <class T>
constexpr bool look(T& bare, const words& wears, misfit& out);

struct look_at_fields {
  misfit& out;
  template <class Field>
  constexpr bool look_at(const Field&, std::size_t) const {
    return false;  // it cannot be read, which is said alone
  }
  template <class Field>
    requires(!std::is_const_v<Field>)
  constexpr bool look_at(Field& field, std::size_t i) const {
    out.way[out.depth++] = i;
    return look(worn<Field>::bare(field), worn<Field>::wears, out) || (--out.depth, false);
  }
  template <class... Field>
  constexpr bool operator()([[maybe_unused]] Field&... field) const {
    [[maybe_unused]] std::size_t i = 0;
    return (look_at(field, i++) || ...);
  }
};

constexpr bool judge(double magnitude, const words& wears, misfit& out) {
  const facts& told = wears.told;
  out.found = (told.min.set && magnitude < told.min.value) || (told.max.set && magnitude > told.max.value);
  out.magnitude = magnitude;
  return out.found;
}

// True: it is found, and looking stops.
template <class T>
constexpr bool look([[maybe_unused]] T& bare, [[maybe_unused]] const words& wears, [[maybe_unused]] misfit& out) {
  constexpr kind is = kind_of<T>();
  if constexpr (is == kind::aggregate) {
    if (out.depth < out.way.size()) return binding<field_count<T>>::apply(bare, look_at_fields{out});
  } else if constexpr (is == kind::optional) {
    using inner = typename T::value_type;
    const words& worn_inside = *inner_of({&table<T>::value, &wears}).wears;
    if (bare) return look(worn<inner>::bare(*bare), worn_inside, out);
  } else if constexpr (is == kind::whole || is == kind::natural || is == kind::real) {
    return judge(static_cast<double>(bare), wears, out);
  } else if constexpr (is == kind::formed) {
    if constexpr (requires { text_form<T>::magnitude(bare); }) return judge(text_form<T>::magnitude(bare), wears, out);
  }
  return false;
}

template <class T>
constexpr misfit first_misfit() {
  misfit out;
  T value{};
  look(value, nothing_worn, out);
  return out;
}

template <class T>
inline constexpr bool defaults_are_known = false;
template <class T>
  requires requires { typename std::bool_constant<(first_misfit<T>(), true)>; }
inline constexpr bool defaults_are_known<T> = true;

template <class T>
consteval misfit known_misfit() {
  if constexpr (defaults_are_known<T>)
    return first_misfit<T>();
  else
    return {};
}

template <class T>
struct why_misfit {
  static constexpr diagnostic::sentence text = [] {
    constexpr misfit first = known_misfit<T>();
    diagnostic::sentence out(type_name<T>());
    slot place = described<T>;
    for (std::size_t i = 0; i < first.depth; ++i) {
      while (place.of->is == kind::optional) place = inner_of(place);
      const named_slot& field = as<aggregate_type>(*place.of).fields[first.way[i]];
      out.add(std::string_view("."));
      out.add(field.name);
      place = field;
    }
    while (place.of->is == kind::optional) place = inner_of(place);
    const measure of = wanted_at(place);
    const facts& told = place.wears->told;
    out.add(std::string_view(": the default"));
    if (!place.wears->secret) out.add(std::string_view(" ")), add_magnitude(out, first.magnitude, of);
    out.add(std::string_view(" is out of its range, "));
    if (!told.min.set || !told.max.set) out.add(std::string_view(told.min.set ? "at least " : "at most "));
    if (told.min.set) add_magnitude(out, told.min.value, of);
    if (told.min.set && told.max.set) out.add(std::string_view(" to "));
    if (told.max.set) add_magnitude(out, told.max.value, of);
    out.add(std::string_view(". Change the one or the other"));
    return out;
  }();
};

}  // namespace detail

// Of what `T{}` holds; nothing where that is no constant, or where a range itself is no good, which is said alone.
template <class T>
struct default_check : diagnostic::check<holds(described<T>, detail::has_odd_range) || !detail::known_misfit<T>().found,
                                         diagnostic::default_out_of_range, detail::why_misfit<T>> {};

}  // namespace tenon::reflect
