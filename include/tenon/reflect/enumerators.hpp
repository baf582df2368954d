// The names of an enumeration's values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tenon::reflect {

// The values 0 to 127 of an enumeration with a written underlying type (a scoped one always has one) can be told by
// name. clang knows no names of one that stands inside a class template.
template <class E>
concept Enumeration = std::is_enum_v<E> && requires { E{0}; };

inline constexpr std::size_t most_enumerators = 128;

struct enumerator {
  std::string_view name;
  std::int64_t value;
};

namespace detail {

template <auto... Values>
consteval std::string_view values_spelt() {
  return __PRETTY_FUNCTION__;
}
template <Enumeration E, std::size_t... Value>
consteval std::string_view values_spelt(std::index_sequence<Value...>) {
  return values_spelt<static_cast<E>(Value)...>();
}

// Cuts `{ns::e::a, ns::e::b, (ns::e)2}` or the same in <> at its commas; the type's own ones stand in brackets.
template <class F>
constexpr void each_value(std::string_view text, F take) {
#if defined(__clang__)
  text.remove_prefix(text.find("[Values = <") + 11);
  text = text.substr(0, text.rfind('>'));
#else
  text.remove_prefix(text.find("Values = {") + 10);
  text = text.substr(0, text.rfind('}'));
#endif
  int depth = 0;
  std::size_t from = 0, value = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at == text.size() ? ',' : text[at];
    depth += (c == '<' || c == '(' || c == '{') - (c == '>' || c == ')' || c == '}');
    if (c != ',' || depth != 0) continue;
    std::string_view one = text.substr(from, at - from);
    if (one.find(')') == std::string_view::npos || one.back() < '0' || one.back() > '9' || one[0] != '(')
      take(one.substr(one.rfind(':') + 1), value);
    from = at + 2;
    ++value;
  }
}

template <Enumeration E>
inline constexpr std::string_view all_values_spelt = values_spelt<E>(std::make_index_sequence<most_enumerators>{});

template <Enumeration E>
inline constexpr std::size_t enumerator_count = [] {
  std::size_t count = 0;
  each_value(all_values_spelt<E>, [&](std::string_view, std::size_t) { ++count; });
  return count;
}();

// What the wire says: `to_string(value)` where the enumeration has one, else its name without an underscore at the end.
template <Enumeration E>
constexpr std::string_view wire_name(std::string_view name, std::size_t value) {
  if constexpr (requires { std::string_view(to_string(E{})); }) {
    return to_string(static_cast<E>(value));
  } else {
    if (name.ends_with('_')) name.remove_suffix(1);
    return name;
  }
}

}  // namespace detail

template <Enumeration E>
inline constexpr std::array<enumerator, detail::enumerator_count<E>> enumerators = [] {
  std::array<enumerator, detail::enumerator_count<E>> all{};
  std::size_t i = 0;
  detail::each_value(detail::all_values_spelt<E>, [&](std::string_view name, std::size_t value) {
    all[i++] = {detail::wire_name<E>(name, value), static_cast<std::int64_t>(value)};
  });
  return all;
}();

}  // namespace tenon::reflect
