#include "loop.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <cstring>
#include <string>

#include "sentence.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"

namespace tenon::http1 {

namespace {

thread_local const loop* loop_of_this_thread = nullptr;

int make_bell() {
  const int bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (bell < 0)
    throw error(error_type::server_misconfigured, sentence({"No event descriptor could be made: ", std::strerror(errno),
                                                            ". Allow the process more open files (ulimit -n)."}));
  return bell;
}

}  // namespace

loop::loop(worker_pool& workers)
    : io_(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE),
      stays_(io_.get_executor()),
      workers_(workers),
      alarm_(io_.get_executor()),
      bell_(make_bell()),
      bell_heard_(io_.get_executor(), bell_) {
  listen_for_bell();
}

loop::~loop() { stop(); }

void loop::start() {
  thread_ = thread("tenon http", [this] {
    loop_of_this_thread = this;
    io_.run();
    loop_of_this_thread = nullptr;
  });
  started_ = true;  // not before: whoever believes it waits for what it posts
}

void loop::stop() noexcept {
  if (!started_) return;
  started_ = false;
  post({[](void* self) { static_cast<loop*>(self)->io_.stop(); }, this});
  thread_.join();
}

bool loop::runs_here() const noexcept { return loop_of_this_thread == this; }

void loop::post(job work) {
  if (runs_here())
    run_soon(work);
  else
    send({work, clock::time_point::min()});
}

void loop::post_after(std::chrono::milliseconds delay, job work) {
  const clock::time_point now = clock::now();
  using std::chrono::milliseconds;
  const auto most = std::chrono::duration_cast<milliseconds>(clock::time_point::max() - now);
  const letter one{work, now + std::clamp(delay, milliseconds(0), most)};
  if (runs_here())
    take_in(one);
  else
    send(one);
}

void loop::offload(job work) { workers_.run(work); }

void loop::send(letter one) {
  bool ring = false;
  {
    const std::lock_guard lock(mutex_);
    inbox_.push_back(one);
    ring = !std::exchange(rung_, true);
  }
  if (!ring) return;
  const std::uint64_t once = 1;
  [[maybe_unused]] const ssize_t written = ::write(bell_, &once, sizeof once);  // cannot fail: the counter is 0 or 1
}

void loop::listen_for_bell() {
  bell_heard_.async_read_some(boost::asio::buffer(&bell_count_, sizeof bell_count_),
                              [this](boost::system::error_code failed, std::size_t) {
                                if (failed) return;
                                empty_inbox();
                                listen_for_bell();
                              });
}

void loop::empty_inbox() {
  {
    const std::lock_guard lock(mutex_);
    inbox_.swap(opened_);
    rung_ = false;
  }
  for (const letter& one : opened_) take_in(one);
  opened_.clear();
}

void loop::take_in(const letter& one) {
  if (one.when == clock::time_point::min()) return run_soon(one.work);
  timed_.push_back({one.when, ++numbers_, one.work});
  std::push_heap(timed_.begin(), timed_.end(), &later);
  set_alarm();
}

void loop::run_soon(job work) {
  soon_.push_back(work);
  if (turn_due_) return;
  attempt([this] { ask_for_turn(); }, [] {});  // no memory: it goes with the next one
}

void loop::ask_for_turn() {
  boost::asio::post(io_.get_executor(), [this] {
    turn_due_ = false;
    running_.swap(soon_);
    for (const job& one : running_) one.run(one.data);
    running_.clear();
  });
  turn_due_ = true;
}

void loop::set_alarm() {
  if (timed_.empty() || alarm_time_ <= timed_.front().when) return;
  alarm_time_ = timed_.front().when;
  alarm_.expires_at(alarm_time_);
  alarm_.async_wait([this](boost::system::error_code failed) {
    if (failed) return;  // set to an earlier time
    alarm_time_ = clock::time_point::max();
    run_due();
  });
}

void loop::run_due() {
  for (const clock::time_point now = clock::now(); !timed_.empty() && timed_.front().when <= now;) {
    const job work = timed_.front().work;
    std::pop_heap(timed_.begin(), timed_.end(), &later);
    timed_.pop_back();
    work.run(work.data);
  }
  set_alarm();
}

void loop::hurry() {
  std::vector<timed_job> all;
  all.swap(timed_);
  std::sort_heap(all.begin(), all.end(), &later);
  for (auto one = all.rbegin(); one != all.rend(); ++one) run_soon(one->work);
}

}  // namespace tenon::http1
