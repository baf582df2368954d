#include "tenon/lifecycle/sequence.hpp"

#include <chrono>
#include <exception>
#include <string>
#include <utility>

#include "tenon/lifecycle/housekeeping.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::lifecycle {

bool sequence::up() {
  if (std::exchange(begun_, true)) return is_ready();
  for (std::size_t from = 0, to = 0; from < all_.size(); from = to) {
    to = end_of_group(from);
    if (!start_group(from, to)) {
      down();
      return false;
    }
  }
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (is_ok(i)) all_.run_held(i, phase::ready);
  steady_.expect();
  ready_.store(true, std::memory_order_release);
  for (; opened_ < all_.size(); ++opened_)
    if (is_ok(opened_) && !all_.run_held(opened_, phase::open)) {
      down();
      return false;
    }
  if (make_ != nullptr) begin_background(all_.executors(make_));
  return true;
}

void sequence::down() noexcept {
  begun_ = true;
  ready_.store(false, std::memory_order_release);
  steady_.leave();
  // Who had no turn, because the start ended before: it hears and does nothing from here on.
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (all_.status(i) == extension_status::constructed) {
      all_.enter(i, extension_status::stopped);
      all_.gate().closed(i);
    }
  while (opened_ > 0)
    if (is_ok(--opened_)) all_.run_held(opened_, phase::close);
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
  for (std::size_t i = from; i < to; ++i)
    if ((is_held(i) || !start_one(i)) && ends_the_start(i)) {
      all_.log_of(i).error("the program cannot do without it, so the start ends here");
      return false;
    }
  return true;
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

bool sequence::start_one(std::size_t i) {
  const auto begin = std::chrono::steady_clock::now();
  bool started = false;
  all_.gate().in_hook(i, [&] {
    all_.enter(i, extension_status::starting);
    started = attempt([&] { all_.call(i, phase::start); },
                      [&] {
                        std::string message = message_of(std::current_exception());
                        all_.log_of(i).error(std::string("did not start: ").append(message));
                        all_.enter(i, extension_status::fault, std::move(message));
                      });
    if (started) all_.enter(i, extension_status::ok, {});
  });
  if (!started) {
    all_.gate().closed(i);
    return false;
  }
  all_.gate().opened(i);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  all_.log_of(i).info(std::string(all_.facts(i).manifest.version)
                          .append(" started in ")
                          .append(std::to_string(took.count()))
                          .append(" us"));
  return true;
}

void sequence::begin_background(executor::background& where) {
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (is_ok(i) && all_.has(i, phase::housekeeping))
      all_.gate().in_hook(i, [&] { await_housekeeping(all_, where, i); });
  if (steady_.is_wanted()) steady_.await(where, [this] { return is_ready(); });
}

}  // namespace tenon::lifecycle
