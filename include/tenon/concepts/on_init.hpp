// OnInit: the hook after which an extension's export may be used.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_init()` or `void on_init(auto& ctx)`. Once per run, after the last on_preinit and after the on_init of
// everything it needs. A throw is logged and counted; the extension goes on.
template <class T, class Context = context_archetype>
concept OnInit = requires(T& extension) {
  { extension.on_init() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_init(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
