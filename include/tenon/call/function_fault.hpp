// What can be wrong with the functions of an extension, and how each is said.
#pragma once

#include <cstdint>

#include "tenon/diagnostic/duplicate_function.hpp"
#include "tenon/diagnostic/function_not_callable.hpp"
#include "tenon/diagnostic/malformed_function.hpp"
#include "tenon/diagnostic/not_a_function.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unreadable_type.hpp"

namespace tenon::call {

enum class function_fault : std::uint8_t { none, not_a_function, malformed, duplicate, not_callable, unreadable };

namespace detail {

template <class Complains>
struct why {
  static constexpr diagnostic::sentence text = Complains::why();
};

template <class Complains, function_fault Fault>
struct complains {};
template <class C>
struct complains<C, function_fault::not_a_function> : diagnostic::said<diagnostic::not_a_function, why<C>>::error {};
template <class C>
struct complains<C, function_fault::malformed> : diagnostic::said<diagnostic::malformed_function, why<C>>::error {};
template <class C>
struct complains<C, function_fault::duplicate> : diagnostic::said<diagnostic::duplicate_function, why<C>>::error {};
template <class C>
struct complains<C, function_fault::not_callable> : diagnostic::said<diagnostic::function_not_callable, why<C>>::error {
};
template <class C>
struct complains<C, function_fault::unreadable> : diagnostic::said<diagnostic::unreadable_type, why<C>>::error {};

}  // namespace detail

// Inherit from it: the one error, where there is one.
template <class Complains>
using function_check = detail::complains<Complains, Complains::fault>;

}  // namespace tenon::call
