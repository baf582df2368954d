// Can an app make and use an extension of this type? What the type itself is like, whoever else is in the composition.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "tenon/composition/member_probe.hpp"
#include "tenon/concepts/checks_settings.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/concepts/remarks_on_settings.hpp"
#include "tenon/concepts/takes_boot.hpp"
#include "tenon/diagnostic/final_extension.hpp"
#include "tenon/diagnostic/misshapen_member.hpp"
#include "tenon/diagnostic/not_constructible.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/settings_not_an_aggregate.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

enum class shape_fault : std::uint8_t { none, final_type, settings, check, remarks, exports, construction };

namespace detail {

// Whether X has no member type `settings`, not even a private one.
template <class Probe>
concept names_settings_once = requires { typename std::type_identity<struct Probe::settings>; };

// Members that are meant for the app by all that can be told, and that it would pass over.
template <class X>
concept MeansToCheck = HasSettings<X> && !ChecksSettings<X> &&
                       (requires(X& x, const typename X::settings& settings, const environment& surroundings) {
                         x.check(settings, surroundings);
                       } || requires(X& x, const typename X::settings& settings) { x.check(settings); });
template <class X>
concept MeansToRemark = HasSettings<X> && !RemarksOnSettings<X> &&
                        (requires(X& x, const typename X::settings& settings, const environment& surroundings) {
                          x.remarks(settings, surroundings);
                        } || requires(X& x, const typename X::settings& settings) { x.remarks(settings); });
template <class X>
concept MeansToExport = !Exports<X> && requires { typename X::exports; };

template <class X>
consteval shape_fault fault_of_shape() {
  if constexpr (std::is_final_v<X>)
    return shape_fault::final_type;
  else if constexpr (!HasSettings<X> && !names_settings_once<member_probe<X>>)
    return shape_fault::settings;
  else if constexpr (MeansToCheck<X>)
    return shape_fault::check;
  else if constexpr (MeansToRemark<X>)
    return shape_fault::remarks;
  else if constexpr (MeansToExport<X>)
    return shape_fault::exports;
  else if constexpr (!TakesBoot<X> && !std::is_default_constructible_v<X>)
    return shape_fault::construction;
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

template <class X>
struct check_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name,
      " has a check that nobody would ask: it is asked before there is an object, and gives one sentence for each "
      "mistake. Make it a public static std::vector<std::string> check(const settings&, const tenon::environment&)"};
};
template <class X>
struct remarks_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name,
      " has remarks that nobody would ask for: they are asked for before there is an object, a sentence each. Make it "
      "a "
      "public static std::vector<std::string> remarks(const settings&, const tenon::environment&)"};
};
template <class X>
struct exports_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name, " has a type exports and nothing that gives one, so nobody could import it. Give it a public ",
      reflect::type_name<typename X::exports>(), "& exported(), or call the type something else"};
};

// Of a type that cannot be made.
template <class X>
consteval diagnostic::sentence problem_of_construction() {
  if constexpr (std::is_abstract_v<X>)
    return diagnostic::sentence(X::manifest.name,
                                " cannot be made, because it has pure virtual functions. Implement them.");
  else if constexpr (!std::is_destructible_v<X>)
    return diagnostic::sentence(X::manifest.name, " cannot be destroyed. Make its destructor public.");
  else
    return diagnostic::sentence(X::manifest.name,
                                " has no constructor that the app can call. Give it a public default ",
                                "constructor, or a public explicit ", reflect::type_name<X>(), "(const tenon::boot<",
                                reflect::type_name<X>(), ">&)");
}
template <class X>
struct construction_complaint {
  static constexpr diagnostic::sentence text = problem_of_construction<X>();
};

template <class X, shape_fault Fault = fault_of_shape<X>()>
struct shape_check {};
template <class X>
struct shape_check<X, shape_fault::final_type>
    : diagnostic::said<diagnostic::final_extension, final_complaint<X>>::error {};
template <class X>
struct shape_check<X, shape_fault::settings>
    : diagnostic::said<diagnostic::settings_not_an_aggregate, settings_complaint<X>>::error {};
template <class X>
struct shape_check<X, shape_fault::check> : diagnostic::said<diagnostic::misshapen_member, check_complaint<X>>::error {
};
template <class X>
struct shape_check<X, shape_fault::remarks>
    : diagnostic::said<diagnostic::misshapen_member, remarks_complaint<X>>::error {};
template <class X>
struct shape_check<X, shape_fault::exports>
    : diagnostic::said<diagnostic::misshapen_member, exports_complaint<X>>::error {};
template <class X>
struct shape_check<X, shape_fault::construction>
    : diagnostic::said<diagnostic::not_constructible, construction_complaint<X>>::error {};

}  // namespace detail

template <class X>
inline constexpr bool is_well_shaped = detail::fault_of_shape<X>() == shape_fault::none;

// Inherit from it: the one error of each extension with a fault.
template <class... Extensions>
struct shape_checks : detail::shape_check<Extensions>... {};

}  // namespace tenon
