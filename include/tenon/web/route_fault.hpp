// What can be wrong with the routes of a composition, and how each is said.
#pragma once

#include <cstdint>

#include "tenon/diagnostic/duplicate_route.hpp"
#include "tenon/diagnostic/hook_not_callable.hpp"
#include "tenon/diagnostic/malformed_route.hpp"
#include "tenon/diagnostic/not_a_route.hpp"
#include "tenon/diagnostic/reserved_route.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/shadowed_route.hpp"
#include "tenon/diagnostic/unhandled_route.hpp"
#include "tenon/diagnostic/unlisted_route.hpp"
#include "tenon/word/exchange.hpp"

namespace tenon::web {

struct captures;
// What answers the requests of one row; false: the answer comes by exchange.complete. Never throws.
using route_handler = bool (*)(void* app, exchange& one, const captures& found);

enum class route_fault : std::uint8_t {
  none,
  not_a_route,
  malformed,
  unhandled,
  unlisted,
  hook_not_callable,
  reserved,
  duplicate,
  shadowed
};

namespace detail {

template <class Complains>
struct why {
  static constexpr diagnostic::sentence text = Complains::why();
};

template <class Complains, route_fault Fault>
struct complains {};
template <class C>
struct complains<C, route_fault::not_a_route> : diagnostic::said<diagnostic::not_a_route, why<C>>::error {};
template <class C>
struct complains<C, route_fault::malformed> : diagnostic::said<diagnostic::malformed_route, why<C>>::error {};
template <class C>
struct complains<C, route_fault::unhandled> : diagnostic::said<diagnostic::unhandled_route, why<C>>::error {};
template <class C>
struct complains<C, route_fault::unlisted> : diagnostic::said<diagnostic::unlisted_route, why<C>>::error {};
template <class C>
struct complains<C, route_fault::hook_not_callable> : diagnostic::said<diagnostic::hook_not_callable, why<C>>::error {};
template <class C>
struct complains<C, route_fault::reserved> : diagnostic::said<diagnostic::reserved_route, why<C>>::error {};
template <class C>
struct complains<C, route_fault::duplicate> : diagnostic::said<diagnostic::duplicate_route, why<C>>::error {};
template <class C>
struct complains<C, route_fault::shadowed> : diagnostic::said<diagnostic::shadowed_route, why<C>>::error {};

}  // namespace detail

// Inherit from it: the one error, where there is one. `Complains` has a constant `fault`, and a constexpr `why()` that
// is asked for a sentence only then.
template <class Complains>
using route_check = detail::complains<Complains, Complains::fault>;

}  // namespace tenon::web
