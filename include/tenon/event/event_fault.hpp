// What can be wrong with the events of a composition, and how each is said.
#pragma once

#include <cstdint>

#include "tenon/diagnostic/duplicate_event.hpp"
#include "tenon/diagnostic/listener_not_callable.hpp"
#include "tenon/diagnostic/not_an_event.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unheard_event.hpp"

namespace tenon::event {

enum class event_fault : std::uint8_t { none, not_an_event, duplicate, not_callable, unheard };

// The first thing that is wrong, and its sentence.
struct event_verdict {
  event_fault fault = event_fault::none;
  diagnostic::sentence why{};
};

template <class Composed, event_fault Fault>
struct complains {};

namespace detail {
template <class Composed>
struct why {
  static constexpr diagnostic::sentence text = Composed::verdict.why;
};
}  // namespace detail

template <class C>
struct complains<C, event_fault::not_an_event> : diagnostic::said<diagnostic::not_an_event, detail::why<C>>::error {};
template <class C>
struct complains<C, event_fault::duplicate> : diagnostic::said<diagnostic::duplicate_event, detail::why<C>>::error {};
template <class C>
struct complains<C, event_fault::not_callable>
    : diagnostic::said<diagnostic::listener_not_callable, detail::why<C>>::error {};
template <class C>
struct complains<C, event_fault::unheard> : diagnostic::said<diagnostic::unheard_event, detail::why<C>>::error {};

// Inherit from it: the one error, where there is one.
template <class Composed>
using event_check = complains<Composed, Composed::verdict.fault>;

}  // namespace tenon::event
