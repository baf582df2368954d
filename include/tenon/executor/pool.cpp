#include "tenon/executor/pool.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"

namespace tenon::executor {

namespace {

constexpr std::chrono::hours longest_delay{24 * 36500};

std::exception_ptr has_stopped(std::string_view name) {
  return std::make_exception_ptr(
      error(error_type::unknown, std::string(name).append(" does not run, so it answers nothing.")));
}

}  // namespace

std::unique_ptr<background> make_background(std::vector<background::seed> seeds, held_executor held, clock* time) {
  return std::make_unique<pool>(seeds, held, time);
}

pool::pool(const std::vector<seed>& seeds, held_executor held, clock* time)
    : strands_(seeds.size()), time_(time), most_threads_(std::clamp(std::thread::hardware_concurrency(), 2U, 4U)) {
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    strands_[i].name = seeds[i].name;
    strands_[i].state = seeds[i].state;
  }
  if (held.at != nowhere) {
    strands_[held.at].busy = true;
    strands_[held.at].owner = held.by;
  }
  if (time_ != nullptr) time_->tell({&pool::moved, this});
}

pool::~pool() {
  stop();
  if (time_ != nullptr) time_->forget({&pool::moved, this});
}

void pool::moved(void* self) {
  pool& me = *static_cast<pool*>(self);
  const lock_type lock(me.mutex_);
  me.work_came_.notify_all();
}

std::size_t pool::waiting_for(std::size_t at) noexcept {
  const std::lock_guard lock(mutex_);
  return strands_[at].queue.size();
}

clock::time_point pool::now() const noexcept {
  return time_ != nullptr ? time_->now() : std::chrono::steady_clock::now();
}

bool pool::post(std::size_t at, std::unique_ptr<work> what) {
  lock_type lock(mutex_);
  if (stopping_ || (at != nowhere && strands_[at].state == readiness::closed)) {
    std::deque<entry> refused;
    refused.push_back({.what = std::move(what)});
    drop(lock, at, std::move(refused));
    return false;
  }
  make_sure_of_a_thread();
  if (at == nowhere) {
    put_loose(std::move(what));
    return true;
  }
  strands_[at].queue.push_back({.what = std::move(what)});
  advance(at);
  return true;
}

// In front of what is on executors: the thread that comes for it is one more than those have.
void pool::put_loose(std::unique_ptr<work> what) {
  loose_.push_back(std::move(what));
  ++loose_count_;
  runnable_.push_front(nowhere);
  grow();
}

void pool::post_after(std::chrono::nanoseconds delay, std::size_t at, std::unique_ptr<work> what) {
  const lock_type lock(mutex_);
  if (stopping_ || (at != nowhere && strands_[at].state == readiness::closed)) return;
  make_sure_of_a_thread();
  const auto bounded = std::clamp<std::chrono::nanoseconds>(delay, std::chrono::nanoseconds(0), longest_delay);
  timers_.push_back({now() + bounded, timer_count_++, at, std::move(what)});
  std::push_heap(timers_.begin(), timers_.end());
  grow();  // it may be due before what the threads sleep for
}

void pool::hold(std::size_t at) noexcept {
  lock_type lock(mutex_);
  strand& mine = strands_[at];
  bool granted = false;
  const entry turn{.by = this_thread(), .granted = &granted};
  if (mine.state == readiness::open)
    mine.queue.push_back(entry{.by = turn.by, .granted = turn.granted});
  else
    mine.queue.push_front(entry{.by = turn.by, .granted = turn.granted});
  advance(at);
  turn_came_.wait(lock, [&] { return granted; });
}

void pool::release(std::size_t at) noexcept {
  const lock_type lock(mutex_);
  leave(at);
}

void pool::leave(std::size_t at) {
  strands_[at].busy = false;
  strands_[at].owner = {};
  strands_[at].waits_for = nowhere;
  advance(at);
}

void pool::open(std::size_t at) noexcept {
  const lock_type lock(mutex_);
  if (strands_[at].state != readiness::waiting) return;
  strands_[at].state = readiness::open;
  advance(at);
}

void pool::pause(std::size_t at) noexcept {
  const lock_type lock(mutex_);
  if (strands_[at].state == readiness::open) strands_[at].state = readiness::waiting;
}

void pool::close(std::size_t at) noexcept {
  lock_type lock(mutex_);
  strand& mine = strands_[at];
  mine.state = readiness::closed;
  std::deque<entry> unwanted, turns;
  for (entry& one : mine.queue) (one.what ? unwanted : turns).push_back(std::move(one));
  mine.queue = std::move(turns);
  advance(at);
  drop(lock, at, std::move(unwanted));
}

// Takes the lock away: what is destroyed may post.
void pool::drop(lock_type& lock, std::size_t at, std::deque<entry> unwanted) noexcept {
  std::vector<std::coroutine_handle<>> resumable;
  for (entry& one : unwanted)
    if (const auto answer = one.what->answer()) {
      answer->failure = has_stopped(strands_[at].name);
      if (const std::coroutine_handle<> waiter = put(*answer)) resumable.push_back(waiter);
    }
  lock.unlock();
  unwanted.clear();
  for (const std::coroutine_handle<> waiter : resumable) waiter.resume();
}

// The coroutine that waits for this is to be resumed by the caller, without the lock; none where nobody waits, or where
// the thread that blocks for it has been told.
std::coroutine_handle<> pool::put(answer_slot& answer) {
  answer.there = true;
  const std::coroutine_handle<> waiter = std::exchange(answer.waiter, {});
  if (!waiter || answer.home == nullptr) return waiter;
  for (strand& one : strands_)
    if (one.owner == answer.home) one.waits_for = nowhere;
  for (std::size_t i = blocked_.size(); i-- > 0;)
    if (blocked_[i]->id == answer.home) {
      blocked_[i]->resumable.push_back(waiter);
      turn_came_.notify_all();
      return {};
    }
  return waiter;
}

// Lets whoever is next on an executor begin, if nobody is on it.
void pool::advance(std::size_t at) {
  strand& mine = strands_[at];
  if (mine.busy || mine.listed || mine.queue.empty()) return;
  if (entry& first = mine.queue.front(); !first.what) {
    mine.busy = true;
    mine.owner = first.by;
    *first.granted = true;
    mine.queue.pop_front();
    turn_came_.notify_all();
  } else if (mine.state == readiness::open) {
    mine.listed = true;
    runnable_.push_back(at);
    grow();
  }
}

void pool::make_sure_of_a_thread() {
  if (threads_.empty()) add_thread();
}

// It counts as idle from the beginning: it will come for work.
void pool::add_thread() {
  threads_.emplace_back(&pool::live, this);
  ++idle_;
}

// Sees to it that somebody comes for what is runnable. Where the system gives no further thread, those there are will.
void pool::grow() noexcept {
  const std::size_t wanted = runnable_.size() + (timers_.empty() ? 0 : 1);
  if (wanted > idle_ && threads_.size() < most_threads_ + blocked_.size() + loose_count_ && !stopping_)
    attempt([&] { add_thread(); }, [] {});
  work_came_.notify_one();
}

// What the threads of the pool do.
void pool::live() {
  lock_type lock(mutex_);
  --idle_;
  while (true) {
    take_due(lock);
    if (!runnable_.empty()) {
      do_next(lock);
      continue;
    }
    if (stopping_) return;
    if (is_quiet()) all_quiet_.notify_all();
    ++idle_;
    if (timers_.empty() || time_ != nullptr) {
      work_came_.wait(lock);
    } else {
      const clock::time_point due = timers_.front().due;  // a copy: the timers move while this sleeps
      work_came_.wait_until(lock, due);
    }
    --idle_;
  }
}

void pool::take_due(lock_type& lock) {
  std::vector<std::unique_ptr<work>> unwanted;
  while (!timers_.empty() && timers_.front().due <= now()) {
    std::pop_heap(timers_.begin(), timers_.end());
    timer one = std::move(timers_.back());
    timers_.pop_back();
    if (one.at == nowhere) {
      put_loose(std::move(one.what));
    } else if (strands_[one.at].state == readiness::closed) {
      unwanted.push_back(std::move(one.what));
    } else {
      strands_[one.at].queue.push_back({.what = std::move(one.what)});
      advance(one.at);
    }
  }
  if (unwanted.empty()) return;
  lock.unlock();
  unwanted.clear();
  lock.lock();
}

void pool::do_next(lock_type& lock) {
  const std::size_t at = runnable_.front();
  runnable_.pop_front();
  std::unique_ptr<work> what;
  if (at == nowhere) {
    what = std::move(loose_.front());
    loose_.pop_front();
  } else {
    strand& mine = strands_[at];
    mine.listed = false;
    if (mine.queue.empty() || !mine.queue.front().what) {  // it has been closed since
      advance(at);
      return;
    }
    what = std::move(mine.queue.front().what);
    mine.queue.pop_front();
    mine.busy = true;
    mine.owner = this_thread();
  }
  ++running_;
  if (!timers_.empty()) grow();  // somebody has to watch the time meanwhile
  lock.unlock();
  what->run();
  const std::shared_ptr<answer_slot> answer = what->answer();
  what.reset();  // still on the executor: what it holds belongs to the extension
  lock.lock();
  const std::coroutine_handle<> waiter = answer ? put(*answer) : std::coroutine_handle<>();
  if (at == nowhere)
    --loose_count_;
  else
    leave(at);
  if (waiter) {
    lock.unlock();
    waiter.resume();
    lock.lock();
  }
  --running_;
}

bool pool::await(answer_slot& answer, std::coroutine_handle<> waiter) {
  const lock_type lock(mutex_);
  if (answer.there) return false;
  const thread_mark me = this_thread();
  const bool blocks = std::ranges::any_of(blocked_, [&](const blocked_thread* one) { return one->id == me; });
  const auto mine = std::ranges::find_if(strands_, [&](const strand& one) { return one.busy && one.owner == me; });
  if (mine != strands_.end()) {
    refuse_to_wait_for_ever(*mine, strands_[answer.from], blocks);
    if (blocks) mine->waits_for = answer.from;
  }
  answer.waiter = waiter;
  answer.home = blocks ? me : nullptr;
  return true;
}

void pool::refuse_to_wait_for_ever(const strand& mine, const strand& other, bool blocks) const {
  const auto refuse = [](std::string sentence) { throw error(error_type::unknown, std::move(sentence)); };
  if (&mine == &other)
    refuse(std::string(mine.name) +
           " waits on its own executor for what can only run there afterwards. Call it "
           "directly, it is the same thread.");
  if (!blocks) return;
  if (other.state == readiness::waiting)
    refuse(std::string(mine.name) + " waits for " + std::string(other.name) +
           ", which has not started yet. Ask for it in on_start or later.");
  std::string circle(mine.name);
  for (const strand* at = &other;;) {
    circle.append(" -> ").append(at->name);
    if (at == &mine)
      refuse("these wait for each other in a circle: " + circle + ". Let one of them go on without the answer.");
    if (at->waits_for == nowhere) return;
    at = &strands_[at->waits_for];
  }
}

void pool::block(blocked_thread& self) {
  const lock_type lock(mutex_);
  blocked_.push_back(&self);
  if (!runnable_.empty()) grow();
}

std::coroutine_handle<> pool::next(blocked_thread& self) noexcept {
  lock_type lock(mutex_);
  turn_came_.wait(lock, [&] { return self.ended || !self.resumable.empty(); });
  if (self.resumable.empty()) return {};
  const std::coroutine_handle<> out = self.resumable.back();
  self.resumable.pop_back();
  return out;
}

void pool::end(blocked_thread& which) noexcept {
  const lock_type lock(mutex_);
  which.ended = true;
  turn_came_.notify_all();
}

void pool::unblock(blocked_thread& self) noexcept {
  const lock_type lock(mutex_);
  std::erase(blocked_, &self);
}

bool pool::is_quiet() const {
  return runnable_.empty() && running_ == 0 && (timers_.empty() || timers_.front().due > now());
}

void pool::settle() noexcept {
  lock_type lock(mutex_);
  all_quiet_.wait(lock, [&] { return stopping_ || is_quiet(); });
}

void pool::stop() noexcept {
  std::vector<std::thread> threads;
  std::vector<timer> unwanted;  // destroyed without the lock
  {
    const lock_type lock(mutex_);
    stopping_ = true;
    unwanted.swap(timers_);
    threads.swap(threads_);
    work_came_.notify_all();
    all_quiet_.notify_all();
  }
  unwanted.clear();
  for (std::size_t i = 0; i < strands_.size(); ++i) close(i);
  for (std::thread& one : threads) one.join();
}

}  // namespace tenon::executor
