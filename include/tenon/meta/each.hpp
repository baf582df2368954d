// Going over a few types as values.
#pragma once

#include <boost/hana/for_each.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/type.hpp>

#include "tenon/meta/type_at.hpp"

namespace tenon::meta {

// Calls f(type) for each, in order; `typename decltype(type)::type` is the element. For what is compiled once: Hana is
// clear, and dear where every program or every extension pays for it.
template <class... Types, class F>
constexpr void each(type_row<Types...>, F&& f) {
  boost::hana::for_each(boost::hana::tuple_t<Types...>, static_cast<F&&>(f));
}

}  // namespace tenon::meta
