// Call: an extension that does a function.
#pragma once

#include <type_traits>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `R call(const F& arguments)`, or with `auto& ctx`, where F is one of its functions. Runs on the thread of whoever
// calls, and may overlap with itself and with every hook. Throws a tenon::error where it fails. R is void, or anything
// that can become JSON, and is written out.
template <class T, class F, class Context = context_archetype>
concept CallWithoutContext = requires(T& extension, const F& arguments) { extension.call(arguments); };
template <class T, class F, class Context = context_archetype>
concept CallWithContext = requires(T& extension, const F& arguments, Context& ctx) { extension.call(arguments, ctx); };
template <class T, class F, class Context = context_archetype>
concept Call = CallWithoutContext<T, F, Context> || CallWithContext<T, F, Context>;

}  // namespace tenon
