// Starting and stopping a composition: plain code over the tables that the compiler made, compiled once for all apps.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/status.hpp"

namespace tenon::lifecycle {

// The hooks of one extension, in the order of `hooks`.
using hook_row = std::array<hook_call, hook_count>;
enum phase : std::size_t { start, ready, open, close, unready, stop };

// Both tables in start order. One thread at a time may run up and down; anybody may ask.
class sequence {
 public:
  sequence(std::span<const extension_facts> facts, std::span<const hook_row> rows, void* app, log_sink sink)
      : facts_(facts), rows_(rows), app_(app), sink_(sink), records_(std::make_unique<status_record[]>(facts.size())) {}

  // True: the app is ready. False: an essential extension is in fault; whatever had started has been stopped again.
  bool up() {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (is_held(i)) continue;
      if (!start_one(i) && ends_the_start(i)) {
        down();
        return false;
      }
    }
    forward(phase::ready);
    ready_.store(true, std::memory_order_release);
    opened_ = true;
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (!call(i, phase::open)) {
        down();
        return false;
      }
    return true;
  }

  // Everything that is ok goes down, in exact reverse. Does nothing where nothing is up.
  void down() noexcept {
    ready_.store(false, std::memory_order_release);
    if (opened_) backward(phase::close);
    opened_ = false;
    backward(phase::unready);
    for (std::size_t i = facts_.size(); i-- > 0;) {
      if (status(i) != extension_status::ok) continue;
      records_[i].status.store(extension_status::stopping, std::memory_order_release);
      call(i, phase::stop);
      records_[i].status.store(extension_status::stopped, std::memory_order_release);
    }
  }

  [[nodiscard]] bool is_ready() const noexcept { return ready_.load(std::memory_order_acquire); }
  [[nodiscard]] extension_status status(std::size_t i) const noexcept {
    return records_[i].status.load(std::memory_order_acquire);
  }
  [[nodiscard]] const status_record& record(std::size_t i) const noexcept { return records_[i]; }
  [[nodiscard]] status_record& record(std::size_t i) noexcept { return records_[i]; }

 private:
  [[nodiscard]] log log_of(std::size_t i) const { return {facts_[i].manifest.name, sink_}; }

  // Held, because of the first of its needs that is not ok.
  bool is_held(std::size_t i) {
    for (std::size_t n = 0; n < facts_[i].need_count; ++n) {
      const std::size_t whom = facts_[i].needs[n];
      if (status(whom) == extension_status::ok) continue;
      enter(i, extension_status::held,
            std::string("held, because it needs ")
                .append(facts_[whom].manifest.name)
                .append(", which is ")
                .append(status(whom) == extension_status::held ? "held itself" : "in fault"));
      log_of(i).warn(records_[i].message);
      return true;
    }
    return false;
  }

  bool start_one(std::size_t i) {
    records_[i].status.store(extension_status::starting, std::memory_order_release);
    const auto begin = std::chrono::steady_clock::now();
    const bool started = attempt(
        [&] {
          if (const hook_call hook = rows_[i][phase::start]; hook != nullptr) hook(app_);
        },
        [&] {
          std::string message = message_of(std::current_exception());
          log_of(i).error(std::string("did not start: ").append(message));
          enter(i, extension_status::fault, std::move(message));
        });
    if (!started) return false;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    enter(i, extension_status::ok, {});
    log_of(i).info(std::string(facts_[i].manifest.version)
                       .append(" started in ")
                       .append(std::to_string(took.count()))
                       .append(" us"));
    return true;
  }

  [[nodiscard]] bool ends_the_start(std::size_t i) const {
    return facts_[i].implementation || facts_[i].manifest.essential;
  }

  void enter(std::size_t i, extension_status status, std::string message) {
    records_[i].message = std::move(message);
    records_[i].since = std::chrono::system_clock::now();
    records_[i].status.store(status, std::memory_order_release);
  }

  void forward(phase which) {
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (status(i) == extension_status::ok) call(i, which);
  }
  void backward(phase which) noexcept {
    for (std::size_t i = facts_.size(); i-- > 0;)
      if (status(i) == extension_status::ok) call(i, which);
  }
  // Any hook but on_start: a throw is logged and counted, the extension runs on.
  bool call(std::size_t i, phase which) {
    const hook_call hook = rows_[i][which];
    if (hook == nullptr || (status(i) != extension_status::ok && status(i) != extension_status::stopping)) return true;
    return attempt(
        [&] { hook(app_); },
        [&] {
          records_[i].failures.fetch_add(1, std::memory_order_relaxed);
          static constexpr std::array<std::string_view, hook_count> names{"on_start", "on_ready",   "on_open",
                                                                          "on_close", "on_unready", "on_stop"};
          log_of(i).error(std::string(names[which]).append(" failed: ").append(message_of(std::current_exception())));
        });
  }

  std::span<const extension_facts> facts_;
  std::span<const hook_row> rows_;
  void* app_;
  log_sink sink_;
  std::unique_ptr<status_record[]> records_;
  std::atomic<bool> ready_{false};
  bool opened_ = false;
};

}  // namespace tenon::lifecycle
