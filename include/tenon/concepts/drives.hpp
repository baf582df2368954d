// Drives: an extension that does a method of an interface, as a driver.
#pragma once

#include <type_traits>

#include "tenon/concepts/context_archetype.hpp"
#include "tenon/word/actor.hpp"

namespace tenon {

// `M::result call(D, const M& arguments)`, with `const tenon::actor& who` behind it or not, with `auto& ctx` behind
// that or not. Runs on the thread of whoever calls, and may overlap with itself and with every hook. Throws a
// tenon::error where it fails.
template <class T, class D, class M>
concept DrivesPlainly = requires(T& extension, const M& arguments) { extension.call(D{}, arguments); };
template <class T, class D, class M>
concept DrivesForActor =
    requires(T& extension, const M& arguments, const actor& who) { extension.call(D{}, arguments, who); };
template <class T, class D, class M, class Context = context_archetype>
concept DrivesWithContext =
    requires(T& extension, const M& arguments, Context& ctx) { extension.call(D{}, arguments, ctx); };
template <class T, class D, class M, class Context = context_archetype>
concept DrivesForActorWithContext = requires(T& extension, const M& arguments, const actor& who, Context& ctx) {
  extension.call(D{}, arguments, who, ctx);
};
template <class T, class D, class M, class Context = context_archetype>
concept Drives = DrivesForActorWithContext<T, D, M, Context> || DrivesPlainly<T, D, M> || DrivesForActor<T, D, M> ||
                 DrivesWithContext<T, D, M, Context>;

}  // namespace tenon
