// From an index to a type by overload resolution: no recursion, so it costs the same for the last as for the first.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace tenon::meta {

template <std::size_t I, class T>
struct indexed {};

template <class Sequence, class... Types>
struct type_map;
template <std::size_t... I, class... Types>
struct type_map<std::index_sequence<I...>, Types...> : indexed<I, Types>... {};

template <std::size_t I, class T>
std::type_identity<T> find(const indexed<I, T>&);

template <std::size_t I, class Map>
using type_at = typename decltype(find<I>(std::declval<Map>()))::type;

}  // namespace tenon::meta
