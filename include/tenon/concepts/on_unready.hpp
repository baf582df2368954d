// OnUnready: the hook that ends what on_ready began, while every other extension still works.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_unready()` or `void on_unready(auto& ctx)`. Once per run, in
// reverse start order, before the first on_stop; also where the start of another one ended before on_ready was reached.
// A throw is logged and counted.
template <class T, class Context = context_archetype>
concept OnUnready = requires(T& extension) {
  { extension.on_unready() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_unready(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
