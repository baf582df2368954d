// How each extension of an app stands, and how its hooks are called: on this thread, with its executor held, so that
// they overlap with nothing else of that extension.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/executor/background.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/status.hpp"

namespace tenon::lifecycle {

class executor_gate;

// Both tables in start order; extensions are known by their places in them. A status is written by the thread
// that starts and stops the app, or by the one that its on_start runs on meanwhile, and read by any.
class ledger {
 public:
  ledger(std::span<const extension_facts> facts, std::span<const hook_row> rows, void* app,
         const environment& surroundings);
  ~ledger();
  ledger(const ledger&) = delete;
  ledger& operator=(const ledger&) = delete;

  [[nodiscard]] std::size_t size() const noexcept { return facts_.size(); }
  [[nodiscard]] const extension_facts& facts(std::size_t i) const noexcept { return facts_[i]; }
  [[nodiscard]] const environment& surroundings() const noexcept { return surroundings_; }
  [[nodiscard]] void* app() const noexcept { return app_; }
  [[nodiscard]] executor_gate& gate() noexcept { return *gate_; }
  [[nodiscard]] const status_record* records() const noexcept { return records_; }
  [[nodiscard]] const status_record& record(std::size_t i) const noexcept { return records_[i]; }
  [[nodiscard]] status_record& record(std::size_t i) noexcept { return records_[i]; }
  [[nodiscard]] extension_status status(std::size_t i) const noexcept {
    return records_[i].status.load(std::memory_order_acquire);
  }
  void enter(std::size_t i, extension_status status) noexcept {
    // In one order with what counts requests in: either such a request sees the status, or whoever stops sees it.
    records_[i].status.store(status, std::memory_order_seq_cst);
  }
  void enter(std::size_t i, extension_status status, std::string message);

  [[nodiscard]] log log_of(std::size_t i) const { return {facts_[i].manifest.name, surroundings_.log_sink}; }
  [[nodiscard]] clock::time_point now() const noexcept {
    return surroundings_.clock != nullptr ? surroundings_.clock->now() : std::chrono::steady_clock::now();
  }
  // To be called while the exception is handled. `of` is what it was about, and may be empty.
  void count_failure(std::size_t i, std::string_view what, std::string_view of = {}) noexcept;
  // Blocks until no request is in a handler of it, or `go_on` is false, which it returns. To be called where its
  // status, or a closed door, lets none in any more.
  bool await_empty(std::size_t i, const std::atomic<bool>& go_on) const;
  void count_start(std::size_t i) noexcept { records_[i].starts.fetch_add(1, std::memory_order_relaxed); }
  void count_skipped(std::size_t i) noexcept { records_[i].skipped.fetch_add(1, std::memory_order_relaxed); }

  [[nodiscard]] bool has(std::size_t i, phase which) const noexcept { return rows_[i][which] != nullptr; }
  // Calls a hook; lets out what it throws.
  void call(std::size_t i, phase which) const {
    if (has(i, which)) rows_[i][which](app_);
  }
  // The same, but a throw is logged and counted, and the extension goes on. False: it threw.
  bool run(std::size_t i, phase which) noexcept;
  // The same with the extension's executor held.
  bool run_held(std::size_t i, phase which);
  [[nodiscard]] std::chrono::nanoseconds housekeeping_period(std::size_t i) const {
    return rows_[i].housekeeping_period(app_);
  }

  // Null where nobody has needed them.
  [[nodiscard]] executor::background* existing_executors() const noexcept;
  // The executors, made now where nobody has needed them before.
  executor::background& executors(executor::background_maker make);

 private:
  [[nodiscard]] executor::readiness readiness_of(std::size_t i) const noexcept;

  std::span<const extension_facts> facts_;
  std::span<const hook_row> rows_;
  void* app_;
  const environment& surroundings_;
  std::unique_ptr<executor_gate> gate_;  // which a program knows as little of as of threads
  // Its own. No std::unique_ptr, through which a compiler would have to look anew for each listener of each event.
  status_record* records_;
};

}  // namespace tenon::lifecycle
