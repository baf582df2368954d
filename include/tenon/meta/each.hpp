// Going over a few types as values.
#pragma once

#include <boost/hana/for_each.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/type.hpp>

namespace tenon::meta {

// A list for few elements (hooks, not extensions): Hana is clear, and dear for long ones.
template <class... Types>
inline constexpr auto type_tuple = boost::hana::tuple_t<Types...>;

// Calls f(type) for each, in order; `typename decltype(type)::type` is the element.
template <class Tuple, class F>
constexpr void each(const Tuple& types, F&& f) {
  boost::hana::for_each(types, static_cast<F&&>(f));
}

}  // namespace tenon::meta
