#include "server.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "connection_list.hpp"
#include "loop.hpp"
#include "plain_stream.hpp"
#include "sentence.hpp"
#include "tcp_listener.hpp"
#include "tenon/word/error.hpp"
#include "worker_pool.hpp"

namespace tenon::http1 {

namespace {

// Connections beyond the limit that may be there at the same time to be told so; the rest is closed without a word.
constexpr std::size_t refused_at_once = 64;
constexpr std::chrono::milliseconds patience(1'000);  // with coroutines that were woken at the end

options checked(options given) {
  std::string text;
  for (const std::string& one : problems(given)) text.append(text.empty() ? "" : " ").append(one);
  if (!text.empty()) throw error(error_type::server_misconfigured, text);
  return given;
}

// A loop and who lives there.
struct lane {
  lane(worker_pool& workers, const options& limits, tenon::log log, std::function<void()> left)
      : home(workers), list(home, limits, log, std::move(left)) {}
  loop home;
  connection_list list;
  std::atomic<bool> hurried{false};  // nothing waits any more for its time
};

// A connection on its way to another thread.
struct traveller {
  connection_list& list;
  connection_list::arrival peer;
  std::string remote_address;
};

void arrive(void* data) {
  const std::unique_ptr<traveller> one(static_cast<traveller*>(data));
  one->peer.remote_address = one->remote_address;
  one->list.admit(one->peer);
}

}  // namespace

struct server::parts {
  parts(options options_given, tenon::log its_log)
      : given(checked(std::move(options_given))), log(its_log), workers(static_cast<std::size_t>(given.workers)) {
    for (int i = 0; i < given.threads; ++i)
      lanes.push_back(std::make_unique<lane>(workers, given, log, [this] { news(); }));
  }

  void news() noexcept {
    {
      const std::lock_guard lock(mutex);
    }
    changed.notify_all();
  }
  template <class Condition>
  bool wait_for(std::chrono::milliseconds most, Condition&& condition) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, most, condition);
  }
  [[nodiscard]] std::size_t count() const {
    std::size_t sum = 0;
    for (const auto& one : lanes) sum += one->list.count();
    return sum;
  }
  [[nodiscard]] std::size_t unanswered() const {
    std::size_t sum = 0;
    for (const auto& one : lanes) sum += one->list.unanswered();
    return sum;
  }
  template <auto What>
  void everywhere() {
    for (const auto& one : lanes) one->home.post({[](void* data) { What(*static_cast<lane*>(data)); }, one.get()});
  }

  void admit(connection_list::arrival peer);
  void cut_off();

  const options given;
  const tenon::log log;
  std::mutex mutex;
  std::condition_variable changed;
  worker_pool workers;
  std::vector<std::unique_ptr<lane>> lanes;
  bool is_open = false;
  loop::clock::time_point last_complaint{};  // the first loop's thread
};

// On the first loop's thread. Whoever has fewest connections gets the next one: they stay where they are, so a thread
// that took more than its share would keep it.
void server::parts::admit(connection_list::arrival peer) {
  const auto limit = static_cast<std::size_t>(given.max_connections);
  const std::size_t already = count();
  if (already >= limit) {
    const loop::clock::time_point now = loop::clock::now();
    if (last_complaint == loop::clock::time_point{} || now - last_complaint > std::chrono::seconds(10)) {
      last_complaint = now;
      log.warn(sentence({"All ", std::to_string(limit),
                         " connections are taken (setting http.max_connections). New ones are answered with 503."}));
    }
    if (already >= limit + refused_at_once) {
      ::close(peer.socket);
      return;
    }
    peer.refused = true;
  }
  lane& least = **std::min_element(lanes.begin(), lanes.end(),
                                   [](const auto& a, const auto& b) { return a->list.count() < b->list.count(); });
  least.list.announce_arrival();
  if (least.home.runs_here()) return least.list.admit(peer);
  least.home.post({&arrive, new traveller{least.list, peer, std::string(peer.remote_address)}});
}

void server::parts::cut_off() {
  log.warn(
      sentence({std::to_string(count()), " connections, with ", std::to_string(unanswered()),
                " requests that handlers still work at, were not done within http.drain_timeout. They are cut off."}));
  everywhere<[](lane& one) { one.list.abandon(); }>();
  for (std::chrono::milliseconds waited(0); waited < patience; waited += std::chrono::milliseconds(20)) {
    everywhere<[](lane& one) { one.home.hurry(); }>();
    if (wait_for(std::chrono::milliseconds(20), [this] { return count() == 0; })) return;
  }
}

server::server(options given, tenon::log log) : parts_(std::make_unique<parts>(std::move(given), log)) {}

server::~server() { drain(); }

std::unique_ptr<listener> server::bind() {
  return bind({.owner = "http",
               .address = parts_->given.address,
               .port = parts_->given.port,
               .secure = false,
               .streams = {nullptr, &make_plain_stream}});
}

std::unique_ptr<listener> server::bind(listener_options wanted) {
  return std::make_unique<tcp_listener>(
      parts_->lanes.front()->home, std::move(wanted), parts_->log,
      [own = parts_.get()](const connection_list::arrival& peer) { own->admit(peer); });
}

void server::open(tenon::door door) {
  for (const auto& one : parts_->lanes) one->list.enter(door);
  parts_->is_open = true;
  for (const auto& one : parts_->lanes) one->home.start();
}

void server::drain() noexcept {
  if (!std::exchange(parts_->is_open, false)) return;
  parts& own = *parts_;
  for (const auto& one : own.lanes) one->home.begin_closing();
  own.everywhere<[](lane& one) { one.list.drain(); }>();
  if (!own.wait_for(own.given.drain_timeout, [&own] { return own.count() == 0; })) own.cut_off();
  own.workers.stop();
  if (own.unanswered() != 0 && !own.wait_for(patience, [&own] { return own.unanswered() == 0; }))
    own.log.error(sentence(
        {std::to_string(own.unanswered()), " requests never got an answer from their handlers. They are given up."}));
  // Nobody waits any more for what these were for; they take what they point to with them.
  own.everywhere<[](lane& one) {
    one.home.hurry();
    one.home.post({[](void* same) { static_cast<lane*>(same)->hurried = true; }, &one});
  }>();
  for (const auto& one : own.lanes) {
    constexpr std::chrono::milliseconds glance(1);
    for (std::chrono::milliseconds waited(0); !one->hurried && waited < patience; waited += glance)
      std::this_thread::sleep_for(glance);
    one->home.stop();
  }
}

}  // namespace tenon::http1
