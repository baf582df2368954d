// OnSteadyState: the hook for what may begin when the rush of a start is over.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_steady_state()` or `void on_steady_state(auto& ctx)`. Once per run, `environment::steady_state_delay` after
// the last on_ready, on the extension's executor; never where the app stops before. A throw is logged and counted.
template <class T, class Context = context_archetype>
concept OnSteadyState = requires(T& extension) {
  { extension.on_steady_state() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_steady_state(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
