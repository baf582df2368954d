// What can be wrong with the events of a composition, and how each is said.
#pragma once

#include <cstdint>

#include "tenon/diagnostic/alias_fields_differ.hpp"
#include "tenon/diagnostic/alias_not_available.hpp"
#include "tenon/diagnostic/circular_answer.hpp"
#include "tenon/diagnostic/duplicate_event.hpp"
#include "tenon/diagnostic/listener_not_callable.hpp"
#include "tenon/diagnostic/not_an_answer.hpp"
#include "tenon/diagnostic/not_an_event.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unheard_event.hpp"

namespace tenon::event {

enum class event_fault : std::uint8_t {
  none,
  not_an_event,
  not_an_answer,
  duplicate,
  not_callable,
  unheard,
  alias_unknown,
  alias_fields,
  circular_answer
};

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
template <class C>
struct complains<C, event_fault::not_an_answer> : diagnostic::said<diagnostic::not_an_answer, detail::why<C>>::error {};
template <class C>
struct complains<C, event_fault::alias_unknown>
    : diagnostic::said<diagnostic::alias_not_available, detail::why<C>>::error {};
template <class C>
struct complains<C, event_fault::alias_fields>
    : diagnostic::said<diagnostic::alias_fields_differ, detail::why<C>>::error {};
template <class C>
struct complains<C, event_fault::circular_answer>
    : diagnostic::said<diagnostic::circular_answer, detail::why<C>>::error {};

// Inherit from it: the one error, where there is one.
template <class Composed>
using event_check = complains<Composed, Composed::verdict.fault>;

}  // namespace tenon::event
