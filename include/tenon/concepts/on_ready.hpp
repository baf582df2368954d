// OnReady: the hook for work that wants every other extension started.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_ready()` or `void on_ready(auto& ctx)`. Once per run, in start order, after the last
// on_start. A throw is logged and counted; the extension runs on.
template <class T, class Context = context_archetype>
concept OnReady = requires(T& extension) {
  { extension.on_ready() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_ready(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
