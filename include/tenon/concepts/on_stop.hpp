// OnStop: the hook that ends what on_start began.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_stop()` or `void on_stop(auto& ctx)`. Once per run, in reverse start order: whoever needs this one
// has stopped, whatever this one needs still works. Not called after a throwing on_start: the destructor cleans up.
template <class T, class Context = context_archetype>
concept OnStop = requires(T& extension) {
  { extension.on_stop() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_stop(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
