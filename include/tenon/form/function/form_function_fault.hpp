// What can be wrong with the functions of forms that extensions bring, and how each is said.
#pragma once

#include <cstdint>

#include "tenon/diagnostic/duplicate_form_function.hpp"
#include "tenon/diagnostic/malformed_form_function.hpp"
#include "tenon/diagnostic/not_a_form_function.hpp"
#include "tenon/diagnostic/sentence.hpp"

namespace tenon::form {

enum class form_function_fault : std::uint8_t { none, not_a_form_function, malformed, duplicate };

namespace detail {

template <class Complains>
struct why_not_callable {
  static constexpr diagnostic::sentence text = Complains::why();
};
template <class Complains, form_function_fault Fault>
struct form_function_complains {};
template <class C>
struct form_function_complains<C, form_function_fault::not_a_form_function>
    : diagnostic::said<diagnostic::not_a_form_function, why_not_callable<C>>::error {};
template <class C>
struct form_function_complains<C, form_function_fault::malformed>
    : diagnostic::said<diagnostic::malformed_form_function, why_not_callable<C>>::error {};
template <class C>
struct form_function_complains<C, form_function_fault::duplicate>
    : diagnostic::said<diagnostic::duplicate_form_function, why_not_callable<C>>::error {};

}  // namespace detail

// Inherit from it: the one error, where there is one.
template <class Complains>
using form_function_check = detail::form_function_complains<Complains, Complains::fault>;

}  // namespace tenon::form
