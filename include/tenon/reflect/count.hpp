// How many values an aggregate takes in braces, counted by Boost.PFR.
#pragma once

#include <boost/pfr/tuple_size.hpp>
#include <boost/version.hpp>
#include <cstddef>

namespace tenon::reflect {

namespace detail {

template <class T>
inline constexpr bool takes_no_value = requires { T{}; };

}  // namespace detail

// More than `Most` counts as some number above it. A C array counts once for each of its elements.
template <class T, std::size_t Most>
inline constexpr std::size_t values_in_braces = [] {
#if BOOST_VERSION >= 108400
  return boost::pfr::tuple_size_v<T>;
#else
  // Not by PFR's front door: g++ 12 crashes in it over a default such as `std::vector<std::string> names = {"a", "b"}`,
  // and it searches up to the bits of T where its bytes are enough, which takes clang five times as long.
  constexpr std::size_t end = sizeof(T) < Most + 1 ? sizeof(T) : Most + 1;
  using search = boost::pfr::detail::multi_element_range;
  if constexpr (detail::takes_no_value<T>)
    return boost::pfr::detail::detect_fields_count<T, 0, end / 2 + 1>(search{}, 1L);
  else
    return boost::pfr::detail::detect_fields_count_greedy<T, 0, end>(search{});
#endif
}();

}  // namespace tenon::reflect
