// Housekeeping: a fixed delay between the end of one run and the beginning of the next.
#pragma once

#include <chrono>
#include <cstddef>

#include "tenon/executor/background.hpp"
#include "tenon/executor/work.hpp"
#include "tenon/lifecycle/ledger.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/status.hpp"

namespace tenon::lifecycle {

// Waits for the next run of one extension's housekeeping, and from there for the one after it, as long as the extension
// is ok. To be called on its executor. `last` is what the period was before, for one that cannot be had.
inline void await_housekeeping(ledger& all, executor::background& where, std::size_t i,
                               std::chrono::nanoseconds last = {}) {
  std::chrono::nanoseconds period = last;
  attempt([&] { period = all.housekeeping_period(i); }, [&] { all.count_failure(i, "housekeeping_period"); });
  if (period <= std::chrono::nanoseconds(0)) return;
  where.post_after(period, i, executor::make_work([&all, &where, i, period] {
                     if (all.status(i) != extension_status::ok) return;
                     all.run(i, phase::housekeeping);
                     await_housekeeping(all, where, i, period);
                   }));
}

}  // namespace tenon::lifecycle
