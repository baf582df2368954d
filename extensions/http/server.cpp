#include "server.hpp"

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

}  // namespace

struct server::parts {
  using terms = connection_list::terms;

  // A connection on its way to another thread.
  struct traveller {
    parts& home;
    std::size_t to;     // which lane
    std::size_t asked;  // of the lanes, for a place
    connection_list::arrival peer;
    std::string remote_address;
  };

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

  [[nodiscard]] std::size_t leaving() const {
    std::size_t sum = 0;
    for (const auto& one : lanes) sum += one->list.leaving();
    return sum;
  }

  void admit(connection_list::arrival peer);
  static void send(std::unique_ptr<traveller> one);
  static void arrive(void* data);
  void cut_off();

  const options given;
  const tenon::log log;
  std::mutex mutex;
  std::condition_variable changed;
  worker_pool workers;
  std::vector<std::unique_ptr<lane>> lanes;
  bool is_open = false;
  loop::clock::time_point last_complaint{};  // the first loop's thread
  std::size_t turn = 0;                      // the same
};

// On the first loop's thread. Whoever has fewest connections gets the next one: they stay where they are, so a thread
// that took more than its share would keep it. Where all places are taken, each thread in turn has to make room.
void server::parts::admit(connection_list::arrival peer) {
  const auto limit = static_cast<std::size_t>(given.max_connections);
  const std::size_t already = count();
  std::size_t to = 0;
  for (std::size_t i = 1; i < lanes.size(); ++i)
    if (lanes[i]->list.count() < lanes[to]->list.count()) to = i;
  if (already >= limit) {
    peer.admitted = already >= limit + leaving() ? terms::displacing : terms::crowding;
    if (peer.admitted == terms::displacing) to = turn++ % lanes.size();
    const loop::clock::time_point now = loop::clock::now();
    if (last_complaint == loop::clock::time_point{} || now - last_complaint > std::chrono::seconds(10)) {
      last_complaint = now;
      log.warn(sentence({"All ", std::to_string(limit),
                         " connections are taken (setting http.max_connections). A new one gets the place of one that "
                         "is idle or slower than http.minimal_rate; while there is none, it is answered with 503."}));
    }
  }
  connection_list& there = lanes[to]->list;
  there.announce_arrival();
  const bool here = lanes[to]->home.runs_here();
  if (here && there.make_room(peer.admitted)) return there.admit(peer);
  if (here && lanes.size() == 1) {
    peer.admitted = terms::refused;
    return there.admit(peer);
  }
  send(std::make_unique<traveller>(traveller{*this, to, 0, peer, std::string(peer.remote_address)}));
}

void server::parts::send(std::unique_ptr<traveller> one) {
  one->home.lanes[one->to]->home.post({&arrive, one.get()});
  static_cast<void>(one.release());
}

// On the thread of the lane that it is sent to.
void server::parts::arrive(void* data) {
  std::unique_ptr<traveller> one(static_cast<traveller*>(data));
  parts& home = one->home;
  connection_list& there = home.lanes[one->to]->list;
  if (!there.make_room(one->peer.admitted)) {
    if (++one->asked < home.lanes.size() && !there.draining()) {
      one->to = (one->to + 1) % home.lanes.size();
      home.lanes[one->to]->list.announce_arrival();
      there.take_back_arrival();
      return send(std::move(one));
    }
    one->peer.admitted = terms::refused;
  }
  one->peer.remote_address = one->remote_address;
  there.admit(one->peer);
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

std::uint64_t server::longest_body() const noexcept { return parts_->given.body_limit.get().bytes; }

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
