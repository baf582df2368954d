// OnHousekeeping: what an extension does again and again while it runs.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_housekeeping()` or `void on_housekeeping(auto& ctx)`, and a `housekeeping_period` beside it. On the
// extension's executor, first one period after the app is ready, then each time one period after it has returned; a
// throw is logged and counted and changes nothing of that. Never after on_unready has begun.
template <class T, class Context = context_archetype>
concept OnHousekeeping = requires(T& extension) {
  { extension.on_housekeeping() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_housekeeping(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
