// OnSettings: the hook for settings that have been changed while the program runs.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_settings()` or `void on_settings(auto& ctx)`. On the extension's executor, once for each change that was
// accepted, while it runs; `ctx.settings()` has the new values before. A throw is logged and counted; the change
// stands.
template <class T, class Context = context_archetype>
concept OnSettings = requires(T& extension) {
  { extension.on_settings() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_settings(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
