#include "tenon/lifecycle/sequence.hpp"

#include <chrono>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "tenon/executor/work.hpp"
#include "tenon/lifecycle/concurrent_start.hpp"
#include "tenon/lifecycle/errands.hpp"
#include "tenon/lifecycle/executor_gate.hpp"
#include "tenon/lifecycle/housekeeping.hpp"
#include "tenon/lifecycle/steady_state.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::lifecycle {

// What no program that is composed need know to be compiled: threads, and how they wait.
struct sequence::upkeep {
  explicit upkeep(ledger& all) : steady(all), open(all.size()), trials(all.size()) {}

  steady_state steady;
  std::mutex turn{};  // up, down and restart: one at a time
  errands restarts{};
  std::vector<bool> open;  // who has had its on_open, and no on_close since
  struct trial {
    std::function<void()> begins{};
    std::function<void(bool)> tried{};
  };
  std::vector<trial> trials;  // whose settings the start is to prove
};

sequence::sequence(std::span<const extension_facts> facts, std::span<const hook_row> rows, void* app,
                   const environment& surroundings, executor::background_maker make)
    : all_(facts, rows, app, surroundings), make_(make), own_(std::make_unique<upkeep>(all_)) {}
sequence::~sequence() = default;

void sequence::settle() noexcept { own_->restarts.settle(); }
bool sequence::is_steady() const noexcept { return is_ready() && own_->steady.has_begun(); }

bool sequence::up(void (*announce)(void* app) noexcept) {
  const std::lock_guard turn(own_->turn);
  if (std::exchange(begun_, true)) return is_ready();
  for (std::size_t from = 0, to = 0; from < all_.size(); from = to) {
    to = end_of_group(from);
    if (!start_group(from, to)) {
      go_down();
      return false;
    }
  }
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (is_ok(i)) all_.run_held(i, phase::ready);
  own_->steady.expect();
  ready_.store(true, std::memory_order_release);
  if (announce != nullptr) announce(all_.app());
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (is_ok(i) && !open(i)) {
      go_down();
      return false;
    }
  if (make_ != nullptr) begin_background(all_.executors(make_));
  return true;
}

void sequence::down() noexcept {
  ready_.store(false, std::memory_order_release);
  {
    const std::lock_guard turn(own_->turn);
    go_down();
  }
  own_->restarts.stop();
}

void sequence::go_down() noexcept {
  begun_ = true;
  ready_.store(false, std::memory_order_release);
  own_->steady.leave();
  // Who had no turn, because the start ended before: it hears and does nothing from here on.
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (all_.status(i) == extension_status::constructed) {
      all_.enter(i, extension_status::stopped);
      all_.gate().closed(i);
    }
  for (std::size_t i = all_.size(); i-- > 0;) close(i);
  for (std::size_t i = all_.size(); i-- > 0;)
    if (is_ok(i))
      all_.gate().in_hook(i, [&] {
        all_.enter(i, extension_status::stopping);
        all_.run(i, phase::unready);
      });
  for (std::size_t i = all_.size(); i-- > 0;)
    if (all_.status(i) == extension_status::stopping)
      all_.gate().in_hook(i, [&] {
        all_.run(i, phase::stop);
        all_.enter(i, extension_status::stopped);
        all_.gate().closed(i);
      });
  if (executor::background* there = all_.gate().existing()) there->stop();
}

bool sequence::open(std::size_t i) {
  own_->open[i] = all_.run_held(i, phase::open);
  return own_->open[i];
}

void sequence::close(std::size_t i) {
  if (own_->open[i] && is_ok(i)) all_.run_held(i, phase::close);
  own_->open[i] = false;
}

std::size_t sequence::end_of_group(std::size_t from) const {
  const extension_facts& first = all_.facts(from);
  std::size_t to = from + 1;
  while (to < all_.size() && all_.facts(to).starts_first() == first.starts_first() &&
         (!first.starts_first() || all_.facts(to).level == first.level))
    ++to;
  return to;
}

bool sequence::start_group(std::size_t from, std::size_t to) {
  for (const phase which : {phase::preinit, phase::init})
    for (std::size_t i = from; i < to; ++i)
      if (!is_held(i)) all_.run_held(i, which);
  for (std::size_t end = from; from < to; from = end) {
    end = end_of_level(from, to);
    if (!start_level(from, end)) return false;
  }
  return true;
}

std::size_t sequence::end_of_level(std::size_t from, std::size_t to) const {
  std::size_t end = from + 1;
  while (end < to && all_.facts(end).level == all_.facts(from).level) ++end;
  return end;
}

// Nobody in a level needs another one in it, so they may start in any order, and at once.
bool sequence::start_level(std::size_t from, std::size_t to) {
  concurrent_start beside([this](std::size_t i) { return start_or_end(i); });
  for (std::size_t i = from; i < to; ++i)
    if (starts_beside(i)) beside.add(i);
  if (!beside.is_empty()) beside.begin(all_.executors(make_));
  for (std::size_t i = from; i < to && !beside.has_ended(); ++i)
    if (!starts_beside(i) && !start_or_end(i)) beside.end();
  return beside.join();
}

bool sequence::starts_beside(std::size_t i) {
  return all_.facts(i).manifest.concurrent_start && all_.has(i, phase::start) && !is_held(i);
}

// False: the start of the app ends with it.
bool sequence::start_or_end(std::size_t i) {
  const bool started = !is_held(i) && (own_->trials[i].tried ? start_on_trial(i) : start_one(i));
  if (started || !ends_the_start(i)) return true;
  all_.log_of(i).error("the program cannot do without it, so the start ends here");
  return false;
}

bool sequence::is_held(std::size_t i) {
  if (all_.status(i) == extension_status::held) return true;
  for (std::size_t n = 0; n < all_.facts(i).need_count; ++n) {
    const std::size_t whom = all_.facts(i).needs[n];
    const bool held = all_.status(whom) == extension_status::held;
    if (!held && all_.status(whom) != extension_status::fault) continue;
    all_.enter(i, extension_status::held,
               std::string("held, because it needs ")
                   .append(all_.facts(whom).manifest.name)
                   .append(", which is ")
                   .append(held ? "held itself" : "in fault"));
    all_.gate().closed(i);
    all_.log_of(i).warn(all_.record(i).message);
    return true;
  }
  return false;
}

// What its on_start threw; none: it is ok.
std::optional<std::string> sequence::failure_of_start(std::size_t i) {
  const auto begin = std::chrono::steady_clock::now();
  std::optional<std::string> failure;
  all_.gate().in_hook(i, [&] {
    all_.count_start(i);
    all_.enter(i, extension_status::starting);
    attempt([&] { all_.call(i, phase::start); }, [&] { failure = message_of(std::current_exception()); });
    if (!failure) all_.enter(i, extension_status::ok, {});
  });
  if (failure) {
    all_.log_of(i).error(std::string("did not start: ").append(*failure));
    return failure;
  }
  all_.gate().opened(i);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  all_.log_of(i).info(std::string(all_.facts(i).manifest.version)
                          .append(" started in ")
                          .append(std::to_string(took.count()))
                          .append(" us"));
  return failure;
}

bool sequence::start_one(std::size_t i) {
  std::optional<std::string> failure = failure_of_start(i);
  if (!failure) return true;
  all_.enter(i, extension_status::fault, *std::move(failure));
  all_.gate().closed(i);
  return false;
}

bool sequence::start_again(std::size_t i, const std::function<void(bool)>& tried) {
  const bool started = !failure_of_start(i);
  if (!started) all_.log_of(i).warn("goes back to the settings that it had before");
  attempt([&] { tried(started); }, [&] { all_.count_failure(i, "going back"); });
  return started || start_one(i);
}

bool sequence::start_on_trial(std::size_t i) {
  attempt(own_->trials[i].begins, [&] { all_.count_failure(i, "trying its new settings"); });
  return start_again(i, own_->trials[i].tried);
}

void sequence::begin_background(executor::background& where) {
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (is_ok(i)) keep_house(where, i);
  if (own_->steady.is_wanted()) own_->steady.await(where, [this] { return is_ready(); });
}

void sequence::try_at_start(std::size_t i, std::function<void()> begins, std::function<void(bool)> tried) {
  own_->trials[i] = {std::move(begins), std::move(tried)};
}

void sequence::keep_house(executor::background& where, std::size_t i) {
  if (all_.has(i, phase::housekeeping)) all_.gate().in_hook(i, [&] { await_housekeeping(all_, where, i); });
}

void sequence::tell_settings(std::size_t i, executor::background_maker make) {
  if (!all_.has(i, phase::settings)) return;
  attempt([&] { all_.executors(make).post(i, executor::make_work([this, i] { all_.run(i, phase::settings); })); },
          [&] { all_.count_failure(i, to_string(phase::settings)); });
}

std::vector<std::size_t> sequence::restart(std::size_t i, executor::background_maker make,
                                           std::function<void(bool)> tried) {
  std::vector<std::size_t> whom = dependants(i);
  if (whom.empty()) return whom;
  attempt(
      [&] {
        own_->restarts.add(
            [this, i, &where = all_.executors(make), tried = std::move(tried)] { restart_now(i, where, tried); });
      },
      [&] {
        all_.count_failure(i, "starting anew");
        whom.clear();
      });
  return whom;
}

// Itself first: everything that needs it comes later in start order. Also those that are in the middle of a restart:
// they will have to start anew once more. None where it is in fault or held, for good.
std::vector<std::size_t> sequence::dependants(std::size_t i) const {
  std::vector<std::size_t> whom;
  std::vector<bool> is_one(all_.size(), false);
  for (std::size_t one = i; one < all_.size(); ++one) {
    bool goes_along = one == i;
    for (std::size_t n = 0; n < all_.facts(one).need_count; ++n)
      goes_along = goes_along || is_one[all_.facts(one).needs[n]];
    const extension_status now = all_.status(one);
    if (!goes_along || now == extension_status::fault || now == extension_status::held) continue;
    is_one[one] = true;
    whom.push_back(one);
  }
  return whom;
}

void sequence::restart_now(std::size_t i, executor::background& where, const std::function<void(bool)>& tried) {
  const std::lock_guard turn(own_->turn);
  const auto steady = own_->steady.held();
  if (!is_ready()) return;
  const std::vector<std::size_t> whom = dependants(i);
  if (whom.empty()) return;
  all_.gate().in_hook(i, [] {});  // its on_settings comes first
  all_.log_of(i).info("starts anew with its new settings");
  if (!stop_some(whom) || !start_some(whom, tried)) return;
  for (const std::size_t one : whom) {
    if (!is_ok(one)) continue;
    keep_house(where, one);
    if (own_->steady.was_called()) all_.run_held(one, phase::steady_state);
  }
}

// False: the app is to stop meanwhile, which it does with them as with all others.
bool sequence::stop_some(const std::vector<std::size_t>& whom) {
  bool closes_a_door = false;
  for (auto one = whom.rbegin(); one != whom.rend(); ++one) {
    closes_a_door = closes_a_door || all_.has(*one, phase::close);
    close(*one);
  }
  for (const std::size_t one : whom) all_.enter(one, extension_status::stopping);
  // Through a door requests come to everybody, and none of them may outlive it.
  bool empty = true;
  for (std::size_t one = 0; one < all_.size() && empty; ++one)
    if (closes_a_door || all_.status(one) == extension_status::stopping) empty = all_.await_empty(one, ready_);
  if (!empty) {
    for (const std::size_t one : whom) all_.enter(one, extension_status::ok);
    return false;
  }
  for (auto one = whom.rbegin(); one != whom.rend(); ++one) all_.run_held(*one, phase::unready);
  for (auto one = whom.rbegin(); one != whom.rend(); ++one)
    all_.gate().in_hook(*one, [&] {
      all_.run(*one, phase::stop);
      all_.enter(*one, extension_status::stopped);
      all_.gate().paused(*one);
    });
  return true;
}

bool sequence::start_some(const std::vector<std::size_t>& whom, const std::function<void(bool)>& tried) {
  for (const std::size_t one : whom) {
    const bool started = !is_held(one) && (one == whom.front() ? start_again(one, tried) : start_one(one));
    if (started || !ends_the_start(one)) continue;
    give_up(one);
    return false;
  }
  for (const std::size_t one : whom)
    if (is_ok(one)) all_.run_held(one, phase::ready);
  for (const std::size_t one : whom) {
    if (!is_ok(one) || open(one)) continue;
    give_up(one);
    return false;
  }
  return true;
}

void sequence::give_up(std::size_t because_of) {
  gave_up_ = true;
  ready_.store(false, std::memory_order_release);
  all_.log_of(because_of).error("the program cannot do without it, so it ends");
  if (all_.surroundings().give_up != nullptr) all_.surroundings().give_up();
}

}  // namespace tenon::lifecycle
