// OnStart: the hook that makes an extension work.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_start()` or `void on_start(auto& ctx)`. Once per run, after everything it needs has started. A throw is a
// fault: the extension gets no later hook, and whoever needs it is held.
template <class T, class Context = context_archetype>
concept OnStart = requires(T& extension) {
  { extension.on_start() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_start(ctx) } -> std::same_as<void>;
};

// It cannot be in fault: its on_start is noexcept, or it has none.
template <class T, class Context = context_archetype>
concept StartsSafely = !OnStart<T, Context> || requires(T& extension) {
  { extension.on_start() } noexcept;
} || requires(T& extension, Context& ctx) {
  { extension.on_start(ctx) } noexcept;
};

}  // namespace tenon
