#include "tenon/lifecycle/ledger.hpp"

#include <chrono>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tenon/lifecycle/executor_gate.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::lifecycle {

ledger::ledger(std::span<const extension_facts> facts, std::span<const hook_row> rows, void* app,
               const environment& surroundings)
    : facts_(facts),
      rows_(rows),
      app_(app),
      surroundings_(surroundings),
      gate_(std::make_unique<executor_gate>()),
      records_(new status_record[facts.size()]) {}
ledger::~ledger() { delete[] records_; }

void ledger::enter(std::size_t i, extension_status status, std::string message) {
  records_[i].message = std::move(message);
  records_[i].since = std::chrono::system_clock::now();
  enter(i, status);
}

void ledger::count_failure(std::size_t i, std::string_view what, std::string_view of) noexcept {
  records_[i].failures.fetch_add(1, std::memory_order_relaxed);
  attempt(
      [&] {
        std::string message(what);
        if (!of.empty()) message.append(" ").append(of);
        log_of(i).error(message.append(" failed: ").append(message_of(std::current_exception())));
      },
      [&] { log_of(i).error("something failed, and there is no memory to say what"); });
}

bool ledger::run(std::size_t i, phase which) noexcept {
  return attempt([&] { call(i, which); }, [&] { count_failure(i, to_string(which)); });
}

bool ledger::run_held(std::size_t i, phase which) {
  bool went_well = true;
  if (has(i, which)) gate_->in_hook(i, [&] { went_well = run(i, which); });
  return went_well;
}

bool ledger::await_empty(std::size_t i, const std::atomic<bool>& go_on) const {
  using watch = std::chrono::steady_clock;
  auto patience = watch::now() + std::chrono::seconds(5);
  // Rare, so nobody has to wake anybody up.
  for (std::uint32_t inside = 0; (inside = records_[i].inside.load(std::memory_order_seq_cst)) != 0;) {
    if (!go_on.load(std::memory_order_acquire)) return false;
    if (watch::now() > patience) {
      log_of(i).warn(std::string("stops when the requests in it have been answered: ").append(std::to_string(inside)));
      patience = watch::now() + std::chrono::minutes(1);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

executor::background* ledger::existing_executors() const noexcept { return gate_->existing(); }

executor::background& ledger::executors(executor::background_maker make) {
  return gate_->get(make, surroundings_.clock, [this] {
    std::vector<executor::background::seed> seeds;
    for (std::size_t i = 0; i < size(); ++i) seeds.push_back({facts_[i].manifest.name, readiness_of(i)});
    return seeds;
  });
}

executor::readiness ledger::readiness_of(std::size_t i) const noexcept {
  switch (status(i)) {
    case extension_status::constructed:
    case extension_status::starting:
      return executor::readiness::waiting;
    case extension_status::ok:
    case extension_status::stopping:
      return executor::readiness::open;
    default:
      return executor::readiness::closed;
  }
}

}  // namespace tenon::lifecycle
