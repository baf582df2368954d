// OnOpen: the hook of doors: from now on, requests may come in.
#pragma once

#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on_open()` or `void on_open(auto& ctx)`. Once per run, after the last on_ready: a request never meets an
// extension that is not ready, but may meet one whose own on_open is still to come. A throw is a fault of the program:
// nobody could reach it.
template <class T, class Context = context_archetype>
concept OnOpen = requires(T& extension) {
  { extension.on_open() } -> std::same_as<void>;
} || requires(T& extension, Context& ctx) {
  { extension.on_open(ctx) } -> std::same_as<void>;
};

}  // namespace tenon
