// The joints of a composition as checks to inherit from: the app inherits from the first that fails, so there is one
// error.
#pragma once

#include "tenon/composition/composed.hpp"
#include "tenon/diagnostic/circular_need.hpp"
#include "tenon/diagnostic/circular_redirect.hpp"
#include "tenon/diagnostic/core_needs_feature.hpp"
#include "tenon/diagnostic/duplicate_name.hpp"
#include "tenon/diagnostic/duplicate_redirect.hpp"
#include "tenon/diagnostic/malformed_name.hpp"
#include "tenon/diagnostic/malformed_need.hpp"
#include "tenon/diagnostic/malformed_version.hpp"
#include "tenon/diagnostic/missing_need.hpp"
#include "tenon/diagnostic/not_an_extension.hpp"
#include "tenon/diagnostic/redirect_not_available.hpp"
#include "tenon/diagnostic/redirect_not_used.hpp"
#include "tenon/diagnostic/reserved_redirect.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/several_implementations.hpp"
#include "tenon/diagnostic/too_many_needs.hpp"
#include "tenon/diagnostic/unset_build_variable.hpp"
#include "tenon/diagnostic/version_mismatch.hpp"

namespace tenon {

namespace detail {

template <class T>
using no_manifest =
    diagnostic::not_an_extension<typename unmarked<T>::type, "give it a public", " static constexpr auto",
                                 " manifest = tenon::manifest", "{.name =, .version =}">;

template <class T, bool Ok = Extension<typename unmarked<T>::type>>
struct is_an_extension {};
template <class T>
struct is_an_extension<T, false> : no_manifest<T>::error {};

template <class Composed>
struct why {
  static constexpr diagnostic::sentence text = Composed::result.why;
};

template <class Composed, composition_fault Fault = Composed::result.fault>
struct composes {};
template <class C>
struct composes<C, composition_fault::malformed_name> : diagnostic::said<diagnostic::malformed_name, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::malformed_version>
    : diagnostic::said<diagnostic::malformed_version, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::malformed_need> : diagnostic::said<diagnostic::malformed_need, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::too_many_needs> : diagnostic::said<diagnostic::too_many_needs, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::duplicate_name> : diagnostic::said<diagnostic::duplicate_name, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::several_implementations>
    : diagnostic::said<diagnostic::several_implementations, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::duplicate_redirect>
    : diagnostic::said<diagnostic::duplicate_redirect, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::reserved_redirect>
    : diagnostic::said<diagnostic::reserved_redirect, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::circular_redirect>
    : diagnostic::said<diagnostic::circular_redirect, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::redirect_not_available>
    : diagnostic::said<diagnostic::redirect_not_available, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::redirect_not_used>
    : diagnostic::said<diagnostic::redirect_not_used, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::unset_build_variable>
    : diagnostic::said<diagnostic::unset_build_variable, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::missing_need> : diagnostic::said<diagnostic::missing_need, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::version_mismatch>
    : diagnostic::said<diagnostic::version_mismatch, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::core_needs_feature>
    : diagnostic::said<diagnostic::core_needs_feature, why<C>>::error {};
template <class C>
struct composes<C, composition_fault::circular_need> : diagnostic::said<diagnostic::circular_need, why<C>>::error {};

// One type at a time.
template <class... Listed>
struct each_is_an_extension : is_an_extension<Listed>... {};

}  // namespace detail

}  // namespace tenon
