// OnPreinit: the first hook, before anybody of the same group is initialised.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_preinit()` or `void on_preinit(auto& ctx)`. Once per run, when every core extension has started (for a core
// extension: every one of a lower level). A throw is logged and counted; the extension goes on.
template <class T, class Context = context_archetype>
concept OnPreinit = requires(T& extension) {
  { extension.on_preinit() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_preinit(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
