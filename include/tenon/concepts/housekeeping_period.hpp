// HousekeepingPeriod: how long an extension's housekeeping waits between two runs.
#pragma once

#include <chrono>
#include <concepts>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `static constexpr std::chrono::seconds housekeeping_period{17};`, or a member that can change, or a member function
// `housekeeping_period()` or `housekeeping_period(auto& ctx)` with a written return type, which is asked before each
// wait, on the extension's executor. Zero or less: no housekeeping any more.
template <class T, class Context = context_archetype>
concept HousekeepingPeriod = requires {
  { T::housekeeping_period } -> std::convertible_to<std::chrono::nanoseconds>;
} || requires(T& extension) {
  { extension.housekeeping_period() } -> std::convertible_to<std::chrono::nanoseconds>;
} || requires(T& extension, Context& ctx) {
  { extension.housekeeping_period(ctx) } -> std::convertible_to<std::chrono::nanoseconds>;
};

}  // namespace tenon
