// What can be wrong with the drivers of a composition, and how each is said.
#pragma once

#include <algorithm>
#include <cstdint>

#include "tenon/diagnostic/driver_without_method.hpp"
#include "tenon/diagnostic/duplicate_driver.hpp"
#include "tenon/diagnostic/duplicate_interface.hpp"
#include "tenon/diagnostic/malformed_driver.hpp"
#include "tenon/diagnostic/malformed_interface.hpp"
#include "tenon/diagnostic/not_a_driver.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/fixed_string.hpp"

namespace tenon::call {

enum class driver_fault : std::uint8_t {
  none,
  not_a_driver,
  malformed,
  malformed_interface,
  without_method,
  duplicate,
  duplicate_interface,
};

namespace detail {

// What a composition complains of, without the composition, whose name would be half of the line.
template <fixed_string Text>
struct in_short {
  static constexpr diagnostic::sentence text{Text.view()};
};
template <class Complains>
constexpr auto complaint_of() {
  constexpr diagnostic::sentence said = Complains::why();
  fixed_string<said.size() + 1> out{};
  std::copy_n(said.data(), said.size(), out.data);
  return out;
}
template <class Complains>
using why_no_driver = in_short<complaint_of<Complains>()>;

template <class Complains, driver_fault Fault>
struct driver_complains {};
template <class C>
struct driver_complains<C, driver_fault::not_a_driver>
    : diagnostic::said<diagnostic::not_a_driver, why_no_driver<C>>::error {};
template <class C>
struct driver_complains<C, driver_fault::malformed>
    : diagnostic::said<diagnostic::malformed_driver, why_no_driver<C>>::error {};
template <class C>
struct driver_complains<C, driver_fault::malformed_interface>
    : diagnostic::said<diagnostic::malformed_interface, why_no_driver<C>>::error {};
template <class C>
struct driver_complains<C, driver_fault::without_method>
    : diagnostic::said<diagnostic::driver_without_method, why_no_driver<C>>::error {};
template <class C>
struct driver_complains<C, driver_fault::duplicate>
    : diagnostic::said<diagnostic::duplicate_driver, why_no_driver<C>>::error {};
template <class C>
struct driver_complains<C, driver_fault::duplicate_interface>
    : diagnostic::said<diagnostic::duplicate_interface, why_no_driver<C>>::error {};

}  // namespace detail

// Inherit from it: the one error, where there is one.
template <class Complains>
using driver_check = detail::driver_complains<Complains, Complains::fault>;

}  // namespace tenon::call
