// Starting and stopping a composition: plain code over the tables that the compiler made, compiled once for all apps.
#pragma once

#include <atomic>
#include <cstddef>
#include <span>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/executor/background.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/lifecycle/ledger.hpp"
#include "tenon/lifecycle/steady_state.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/status.hpp"

namespace tenon::lifecycle {

// Both tables in start order. `make` is null where no extension has a hook that runs by itself. One thread at a time
// may run up and down, and none that is in a hook or in posted work; anybody may ask.
class sequence {
 public:
  sequence(std::span<const extension_facts> facts, std::span<const hook_row> rows, void* app,
           const environment& surroundings, executor::background_maker make)
      : all_(facts, rows, app, surroundings), make_(make) {}

  // True: the app is ready. False: an essential extension is in fault or held; whatever had started has been stopped
  // again. An app runs once: a later call does nothing, and says how it stands.
  bool up();

  // Everything that is ok goes down, in exact reverse; then there is no thread of an executor any more. Does nothing
  // where nothing is up.
  void down() noexcept;

  [[nodiscard]] bool is_ready() const noexcept { return ready_.load(std::memory_order_acquire); }
  [[nodiscard]] bool is_steady() const noexcept { return is_ready() && steady_.has_begun(); }
  [[nodiscard]] ledger& extensions() noexcept { return all_; }
  [[nodiscard]] const ledger& extensions() const noexcept { return all_; }

 private:
  [[nodiscard]] bool is_ok(std::size_t i) const noexcept { return all_.status(i) == extension_status::ok; }
  [[nodiscard]] bool ends_the_start(std::size_t i) const {
    return all_.facts(i).implementation || all_.facts(i).manifest.essential;
  }

  // Who goes from on_preinit to on_start together: the core extensions of one level, then all that are not core.
  [[nodiscard]] std::size_t end_of_group(std::size_t from) const;
  bool start_group(std::size_t from, std::size_t to);
  // Held, because of the first of its needs that is in fault or held itself.
  bool is_held(std::size_t i);
  bool start_one(std::size_t i);
  void begin_background(executor::background& where);

  ledger all_;
  executor::background_maker make_;
  steady_state steady_{all_};
  std::atomic<bool> ready_{false};
  bool begun_ = false;
  std::size_t opened_ = 0;  // so many, from the first in start order, have had their on_open
};

}  // namespace tenon::lifecycle
