#include "tenon/lifecycle/housekeeping.hpp"

#include <cstdint>

#include "tenon/executor/work.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/status.hpp"

namespace tenon::lifecycle {

void await_housekeeping(ledger& all, executor::background& where, std::size_t i, std::chrono::nanoseconds last) {
  std::chrono::nanoseconds period = last;
  attempt([&] { period = all.housekeeping_period(i); }, [&] { all.count_failure(i, "housekeeping_period"); });
  if (period <= std::chrono::nanoseconds(0)) return;
  const std::uint32_t start = all.record(i).starts;
  where.post_after(period, i, executor::make_work([&all, &where, i, period, start] {
                     if (all.status(i) != extension_status::ok || all.record(i).starts != start) return;
                     all.run(i, phase::housekeeping);
                     await_housekeeping(all, where, i, period);
                   }));
}

}  // namespace tenon::lifecycle
