// Can an app make and use an extension of this type? What the type itself is like, whoever else is in the composition.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "tenon/composition/member_probe.hpp"
#include "tenon/concepts/checks_settings.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/function.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/concepts/on_settings.hpp"
#include "tenon/concepts/remarks_on_settings.hpp"
#include "tenon/concepts/takes_boot.hpp"
#include "tenon/diagnostic/final_extension.hpp"
#include "tenon/diagnostic/misshapen_member.hpp"
#include "tenon/diagnostic/not_constructible.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/settings_not_an_aggregate.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/driver.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/form_function.hpp"
#include "tenon/word/function.hpp"
#include "tenon/word/renderer.hpp"
#include "tenon/word/route.hpp"

namespace tenon {

enum class shape_fault : std::uint8_t {
  none,
  final_type,
  settings,
  check,
  remarks,
  changes,
  exports,
  exported,
  called,
  value,
  construction
};

namespace detail {

// Whether X has no member type `settings`, not even a private one.
template <class Probe>
concept names_settings_once = requires { typename std::type_identity<struct Probe::settings>; };

// Whether nothing could be put into them: they have a reference, or a constant without a value.
template <class Settings>
concept Unfillable =
    (!__is_standard_layout(Settings) && !std::is_move_assignable_v<Settings>) || !__is_constructible(Settings);
template <class X>
concept HasUnfillableSettings = HasSettings<X> && Unfillable<typename X::settings>;

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
concept MeansToHearOfChanges = !HasSettings<X> && OnSettings<X>;
template <class X>
concept MeansToExport = !Exports<X> && requires { typename X::exports; };
template <class X>
concept ExportsNothing = !requires { typename X::exports; } && (requires(X& x) { x.exported(); } || requires {
  &X::template exported<environment>;  // with (auto& ctx), whatever that stands for
});
// Of a `call` that is no template and the only one; others are the extension's own affair, by all that can be told.
template <class R, class X, class F, class... C>
  requires Function<std::remove_cvref_t<F>>
std::true_type takes_function(R (X::*)(F, C...));
template <class R, class X, class F, class... C>
  requires Function<std::remove_cvref_t<F>>
std::true_type takes_function(R (X::*)(F, C...) const);
std::false_type takes_function(...);
template <class X>
concept MeansToBeCalled = requires { requires decltype(takes_function(&X::call))::value; } && requires {
  typename std::type_identity<struct member_probe<X>::functions>;
  typename std::type_identity<struct member_probe<X>::drivers>;
};

// A list that is a value where a type is looked for. What else is called so is the extension's own.
template <class T>
inline constexpr bool is_said_by_type = std::is_same_v<T, on_executor>;
template <class... T>
inline constexpr bool is_said_by_type<events<T...>> = true;
template <class... T>
inline constexpr bool is_said_by_type<listens<T...>> = true;
template <class... T>
inline constexpr bool is_said_by_type<answers<T...>> = true;
template <class... T>
inline constexpr bool is_said_by_type<functions<T...>> = true;
template <class... T>
inline constexpr bool is_said_by_type<drivers<T...>> = true;
template <class... T>
inline constexpr bool is_said_by_type<routes<T...>> = true;
template <class... T>
inline constexpr bool is_said_by_type<renderers<T...>> = true;
template <class... T>
inline constexpr bool is_said_by_type<form_functions<T...>> = true;
template <class T>
concept SaidByType = is_said_by_type<std::remove_cvref_t<T>>;

template <class X>
consteval std::string_view value_where_a_type_is() {
  if constexpr (requires { requires SaidByType<decltype(X::delivery)>; }) return "delivery";
  if constexpr (requires { requires SaidByType<decltype(X::emits)>; }) return "emits";
  if constexpr (requires { requires SaidByType<decltype(X::listens)>; }) return "listens";
  if constexpr (requires { requires SaidByType<decltype(X::answers)>; }) return "answers";
  if constexpr (requires { requires SaidByType<decltype(X::functions)>; }) return "functions";
  if constexpr (requires { requires SaidByType<decltype(X::drivers)>; }) return "drivers";
  if constexpr (requires { requires SaidByType<decltype(X::routes)>; }) return "routes";
  if constexpr (requires { requires SaidByType<decltype(X::renderers)>; }) return "renderers";
  if constexpr (requires { requires SaidByType<decltype(X::form_functions)>; }) return "form_functions";
  return {};
}

template <class X>
consteval shape_fault fault_of_shape() {
  if constexpr (__is_final(X))
    return shape_fault::final_type;
  else if constexpr (!HasSettings<X> && !names_settings_once<member_probe<X>>)
    return shape_fault::settings;
  else if constexpr (HasUnfillableSettings<X>)
    return shape_fault::settings;
  else if constexpr (MeansToCheck<X>)
    return shape_fault::check;
  else if constexpr (MeansToRemark<X>)
    return shape_fault::remarks;
  else if constexpr (MeansToHearOfChanges<X>)
    return shape_fault::changes;
  else if constexpr (MeansToExport<X>)
    return shape_fault::exports;
  else if constexpr (ExportsNothing<X>)
    return shape_fault::exported;
  else if constexpr (
      requires { requires SaidByType<decltype(X::delivery)>; } ||
      requires { requires SaidByType<decltype(X::emits)>; } ||
      requires { requires SaidByType<decltype(X::listens)>; } ||
      requires { requires SaidByType<decltype(X::answers)>; } ||
      requires { requires SaidByType<decltype(X::functions)>; } ||
      requires { requires SaidByType<decltype(X::drivers)>; } ||
      requires { requires SaidByType<decltype(X::routes)>; } ||
      requires { requires SaidByType<decltype(X::renderers)>; } ||
      requires { requires SaidByType<decltype(X::form_functions)>; })
    return shape_fault::value;
  else if constexpr (MeansToBeCalled<X>)
    return shape_fault::called;
  else if constexpr (!TakesBoot<X> && !requires { X(); })  // its trait costs three classes for each
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
  if constexpr (HasUnfillableSettings<X>)
    return " has settings with a member that is a reference, or a constant without a value, so nobody can fill it in. "
           "Make it a value of its own, without & and const, as in int port = 8080;";
  else if constexpr (requires { typename X::settings; })
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
      "a public static std::vector<std::string> remarks(const settings&, const tenon::environment&)"};
};
template <class X>
struct exports_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name, " has a type exports and nothing that gives one, so nobody could import it. Give it a public ",
      reflect::type_name<typename X::exports>(), "& exported(), or call the type something else"};
};

template <class X>
struct changes_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name,
      " has an on_settings and no settings that could change. Give it a public struct settings, or call the function "
      "something else."};
};
template <class X>
struct exported_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name, " has a member exported and says nothing of what it exports, so nobody could import it. Write ",
      "using exports = the type that exported gives by reference; or call the function something else."};
};
template <class X>
struct value_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name,           " has a value ",
      value_where_a_type_is<X>(), " where a type is looked for, so nobody would see it. Write using ",
      value_where_a_type_is<X>(), " = and its type."};
};
template <class X>
struct called_complaint {
  static constexpr diagnostic::sentence text{
      X::manifest.name,
      " has a call and lists no function, so nobody could call it. Write using functions = tenon::functions<...>; with "
      "what it takes, or give it another name."};
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
struct shape_check<X, shape_fault::changes>
    : diagnostic::said<diagnostic::misshapen_member, changes_complaint<X>>::error {};
template <class X>
struct shape_check<X, shape_fault::exported>
    : diagnostic::said<diagnostic::misshapen_member, exported_complaint<X>>::error {};
template <class X>
struct shape_check<X, shape_fault::value> : diagnostic::said<diagnostic::misshapen_member, value_complaint<X>>::error {
};
template <class X>
struct shape_check<X, shape_fault::called>
    : diagnostic::said<diagnostic::misshapen_member, called_complaint<X>>::error {};
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
