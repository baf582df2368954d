// Housekeeping: a fixed delay between the end of one run and the beginning of the next.
#pragma once

#include <chrono>
#include <cstddef>

#include "tenon/executor/background.hpp"
#include "tenon/lifecycle/ledger.hpp"

namespace tenon::lifecycle {

// Waits for the next run of one extension's housekeeping, and from there for the one after it, as long as the extension
// is ok and has not started anew. To be called on its executor. `last` is what the period was before, for one that
// cannot be had.
void await_housekeeping(ledger& all, executor::background& where, std::size_t i, std::chrono::nanoseconds last = {});

}  // namespace tenon::lifecycle
