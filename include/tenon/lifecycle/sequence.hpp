// Starting and stopping a composition: plain code over the tables that the compiler made, compiled once for all apps.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tenon/composition/extension_facts.hpp"
#include "tenon/executor/background.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/lifecycle/ledger.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/status.hpp"

namespace tenon::lifecycle {

// Both tables in start order. `make` is null where no hook needs a thread of the executors. Up and down are for threads
// that are in no hook and no posted work; anybody may ask.
class sequence {
 public:
  sequence(std::span<const extension_facts> facts, std::span<const hook_row> rows, void* app,
           const environment& surroundings, executor::background_maker make);
  ~sequence();
  sequence(const sequence&) = delete;
  sequence& operator=(const sequence&) = delete;

  // True: the app is ready. False: an essential extension is in fault or held; whatever had started has been stopped
  // again. An app runs once: a later call does nothing, and says how it stands. `announce` is called with the app when
  // it is ready, before any on_open; null where nobody wants to know.
  bool up(void (*announce)(void* app) noexcept);

  // Everything that is ok goes down, in exact reverse; then there is no thread of an executor any more. Does nothing
  // where nothing is up.
  void down() noexcept;

  // For settings that have been changed. From any thread while the app is ready; `make` makes the executors.
  void tell_settings(std::size_t i, executor::background_maker make);
  // Has the extension stopped and started again, with every other one that needs it, as soon as nothing before it is
  // left to do on their executors: gives who that is, in start order. None where it is in fault or held. `tried` is
  // called once: with true when it has started; with false where it has not, and then it is started once more.
  std::vector<std::size_t> restart(std::size_t i, executor::background_maker make, std::function<void(bool)> tried);

  // As there, for a start that is yet to come: who did not start is started once more. `begins` is called right before.
  void try_at_start(std::size_t i, std::function<void()> begins, std::function<void(bool)> tried);

  // Blocks until no restart is left to do.
  void settle() noexcept;

  [[nodiscard]] bool is_ready() const noexcept { return ready_.load(std::memory_order_acquire); }
  [[nodiscard]] bool is_steady() const noexcept;
  // An essential extension could not start anew: the app is not ready any more, and is to be stopped.
  [[nodiscard]] bool has_given_up() const noexcept { return gave_up_; }
  [[nodiscard]] ledger& extensions() noexcept { return all_; }
  [[nodiscard]] const ledger& extensions() const noexcept { return all_; }

 private:
  [[nodiscard]] bool is_ok(std::size_t i) const noexcept { return all_.status(i) == extension_status::ok; }
  [[nodiscard]] bool ends_the_start(std::size_t i) const {
    return all_.facts(i).implementation || all_.facts(i).manifest.essential;
  }

  // Who goes from on_preinit to on_start together: the core extensions of one level, then all that are not core.
  [[nodiscard]] std::size_t end_of_group(std::size_t from) const;
  [[nodiscard]] std::size_t end_of_level(std::size_t from, std::size_t to) const;
  bool start_group(std::size_t from, std::size_t to);
  bool start_level(std::size_t from, std::size_t to);
  bool starts_beside(std::size_t i);
  bool start_or_end(std::size_t i);
  // Held, because of the first of its needs that is in fault or held itself.
  bool is_held(std::size_t i);
  std::optional<std::string> failure_of_start(std::size_t i);
  bool start_one(std::size_t i);
  void go_down() noexcept;
  void begin_background(executor::background& where);
  void keep_house(executor::background& where, std::size_t i);
  [[nodiscard]] std::vector<std::size_t> dependants(std::size_t i) const;
  bool open(std::size_t i);
  void close(std::size_t i);
  void restart_now(std::size_t i, executor::background& where, const std::function<void(bool)>& tried);
  bool stop_some(const std::vector<std::size_t>& whom);
  bool start_some(const std::vector<std::size_t>& whom, const std::function<void(bool)>& tried);
  bool start_on_trial(std::size_t i);
  bool start_again(std::size_t i, const std::function<void(bool)>& tried);
  void give_up(std::size_t because_of);

  ledger all_;
  executor::background_maker make_;
  std::atomic<bool> ready_{false}, gave_up_{false};
  bool begun_ = false;
  struct upkeep;
  std::unique_ptr<upkeep> own_;
};

}  // namespace tenon::lifecycle
