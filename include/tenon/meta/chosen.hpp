// The places in a table that are set, as a sequence of indices: so that something is made only for those that want it.
#pragma once

#include <cstddef>
#include <utility>

namespace tenon::meta {

namespace detail {

template <const auto& Flags>
inline constexpr std::size_t how_many = [] {
  std::size_t n = 0;
  for (bool one : Flags) n += one;
  return n;
}();
template <std::size_t Size>
struct places {
  std::size_t at[Size + 1]{};
};
template <const auto& Flags>
inline constexpr places<how_many<Flags>> places_of = [] {
  places<how_many<Flags>> out;
  std::size_t n = 0, i = 0;
  for (bool one : Flags) {
    if (one) out.at[n++] = i;
    ++i;
  }
  return out;
}();
template <const auto& Flags, std::size_t... I>
std::index_sequence<places_of<Flags>.at[I]...> sequence_of(std::index_sequence<I...>);

}  // namespace detail

// `Flags` is an array of bool.
template <const auto& Flags>
using chosen = decltype(detail::sequence_of<Flags>(std::make_index_sequence<detail::how_many<Flags>>()));

}  // namespace tenon::meta
