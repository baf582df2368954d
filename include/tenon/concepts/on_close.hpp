// OnClose: the hook of doors: no request may come in any more, and those inside are finished.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_close()` or `void on_close(auto& ctx)`. Once per run, in
// reverse start order, before the first on_unready, and not where on_open was never reached or threw. A throw is logged
// and counted.
template <class T, class Context = context_archetype>
concept OnClose = requires(T& extension) {
  { extension.on_close() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_close(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
