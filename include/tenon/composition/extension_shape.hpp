// Can an app make and use an extension of this type? What the type itself is like, whoever else is in the composition.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "tenon/concepts/has_settings.hpp"
#include "tenon/diagnostic/final_extension.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/settings_not_an_aggregate.hpp"

namespace tenon {

enum class shape_fault : std::uint8_t { none, final_type, settings };

namespace detail {

// Whether X has a member type `settings`, be it a private one: deriving from it and from something else that has one
// makes the name ambiguous. `struct` before it, so that functions and variables of that name do not count.
struct settings_decoy {
  struct settings {};
};
template <class X>
struct settings_probe : X, settings_decoy {};
template <class Probe>
concept names_settings_once = requires {
  typename std::type_identity<struct Probe::settings>;
};

template <class X>
consteval shape_fault fault_of_shape() {
  if constexpr (std::is_final_v<X>)
    return shape_fault::final_type;
  else if constexpr (!HasSettings<X> && !names_settings_once<settings_probe<X>>)
    return shape_fault::settings;
  else
    return shape_fault::none;
}

template <class X>
struct final_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name,
      " is final, so nobody could tell a hook of a wrong signature or a private member from none at all. Remove final: "
      "nothing derives from it but the check of its members."};
};
template <class X>
consteval std::string_view problem_of_settings() {
  if constexpr (requires { typename X::settings; })
    return " has settings that are no aggregate, so nobody can fill them in by name. Remove the constructors (also "
           "defaulted ones), private members and virtual functions of its struct settings; defaults are written as in "
           "int port = 8080;";
  else
    return " has a member type settings that is private, so nobody can fill it in. Make it public, or give it another "
           "name.";
}
template <class X>
struct settings_complaint {
  static constexpr diagnostic::sentence text{X::manifest.name, problem_of_settings<X>()};
};

template <class X, shape_fault Fault = fault_of_shape<X>()>
struct shape_check {};
template <class X>
struct shape_check<X, shape_fault::final_type>
    : diagnostic::said<diagnostic::final_extension, final_complaint<X>>::error {};
template <class X>
struct shape_check<X, shape_fault::settings>
    : diagnostic::said<diagnostic::settings_not_an_aggregate, settings_complaint<X>>::error {};

}  // namespace detail

template <class X>
inline constexpr bool is_well_shaped = detail::fault_of_shape<X>() == shape_fault::none;

// Inherit from it: the one error of each extension with a fault.
template <class... Extensions>
struct shape_checks : detail::shape_check<Extensions>... {};

}  // namespace tenon
