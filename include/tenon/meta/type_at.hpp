// From an index to a type and back by overload resolution: no recursion over indices, so it costs the same for the last
// as for the first.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace tenon::meta {

template <std::size_t I, class T>
struct indexed {};

namespace detail {

template <class Sequence, class... Types>
struct flat_map;
template <std::size_t... I, class... Types>
struct flat_map<std::index_sequence<I...>, Types...> : indexed<I, Types>... {};
template <class... Types>
using flat = flat_map<std::index_sequence_for<Types...>, Types...>;

// Takes chunks off the front, until one is left.
template <class Chunks, class... Types>
struct cut;
template <class... Types>
struct list {};
template <class... Chunks, class... Types>
struct cut<list<Chunks...>, Types...> {
  using type = flat<Chunks..., flat<Types...>>;
};
template <class... Chunks, class T0, class T1, class T2, class T3, class T4, class T5, class T6, class T7, class T8,
          class T9, class T10, class T11, class T12, class T13, class T14, class T15, class... Rest>
struct cut<list<Chunks...>, T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, Rest...>
    : cut<list<Chunks..., flat<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>>, Rest...> {};
inline constexpr std::size_t chunk = 16;

template <std::size_t I, class T>
std::type_identity<T> find(const indexed<I, T>&);
template <std::size_t I, class Flat>
using in_flat = typename decltype(find<I>(std::declval<Flat>()))::type;

// Once for each index, whoever asks.
template <std::size_t I, class Row>
struct element {
  using type = in_flat<I % chunk, in_flat<I / chunk, typename Row::chunks>>;
};

template <class T, std::size_t I>
const char (&find_type(const indexed<I, T>&))[I + 1];

}  // namespace detail

// A compiler tries every base of such a row before it knows which one is meant, so by index it is found in two steps:
// which chunk, and what in it.
template <class... Types>
struct type_row : detail::flat<Types...> {
  static constexpr std::size_t size = sizeof...(Types);
  using chunks = typename detail::cut<detail::list<>, Types...>::type;
};

template <std::size_t I, class Row>
using type_at = typename detail::element<I, Row>::type;

// And back, for a type that stands there once.
template <class T, class Row>
inline constexpr std::size_t index_of = sizeof(detail::find_type<T>(std::declval<Row>())) - 1;

}  // namespace tenon::meta
