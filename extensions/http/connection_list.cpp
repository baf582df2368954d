#include "connection_list.hpp"

#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "connection.hpp"

namespace tenon::http1 {

namespace {

// On a thread where all places are taken: each has said, or has been told, all that it will.
constexpr std::size_t most_leaving = 64;

std::chrono::milliseconds tick_of(const options& given) {
  using std::chrono::milliseconds;
  const milliseconds shortest =
      std::min<milliseconds>({given.header_timeout, given.body_timeout, given.idle_timeout, given.ping_timeout,
                              given.write_timeout, given.linger_timeout, given.grace_period});
  return std::clamp(shortest / 4, milliseconds(5), milliseconds(250));
}

// Where the system has none to give, every program counts from the same place: ids are for reading logs, nothing else.
std::uint32_t drawn_origin() noexcept {
  std::uint32_t out = 0;
  static_cast<void>(::getrandom(&out, sizeof out, GRND_NONBLOCK));
  return out;
}

}  // namespace

connection_list::connection_list(loop& home, const options& limits, tenon::log log, std::function<void()> left)
    : loop_(home),
      limits_(limits),
      log_(log),
      left_(std::move(left)),
      origin_(drawn_origin()),
      tick_(tick_of(limits)),
      timer_(home.io().get_executor()) {}

// What is called may remove its own connection, or move it to another row, where it may be met again.
template <class F>
void connection_list::for_each(F&& what) {
  for (const row& those : rows_)
    for (connection *one = those.first, *next = nullptr; one != nullptr; one = next) {
      next = one->next_;
      what(*one);
    }
}

connection_list::~connection_list() {
  // The loop has ended, so nothing will call them back any more.
  for_each([](connection& one) { delete &one; });
}

void connection_list::append(connection& one, standing to) noexcept {
  row& its = row_of(to);
  one.standing_ = to;
  one.since_ = clock();
  // Where an answer waits for its peer, what the system holds of it is known to have got nowhere yet.
  one.progress_ = one.writing_ ? one.unsent() : 0;
  one.next_ = nullptr;
  one.previous_ = its.last;
  (its.last != nullptr ? its.last->next_ : its.first) = &one;
  its.last = &one;
  if (to == standing::leaving) leaving_.fetch_add(1, std::memory_order_relaxed);
}

void connection_list::unlink(connection& one) noexcept {
  row& its = row_of(one.standing_);
  (one.previous_ != nullptr ? one.previous_->next_ : its.first) = one.next_;
  (one.next_ != nullptr ? one.next_->previous_ : its.last) = one.previous_;
  if (one.standing_ == standing::leaving) leaving_.fetch_sub(1, std::memory_order_relaxed);
}

// Behind every step of a connection. One that gets on is moved once in a tick at most.
void connection_list::settle(connection& one) noexcept {
  const standing now = one.stands();
  if (now == one.standing_) {
    if (one.progress_ != connection::whole_request) return;
    if (one.since_ == clock()) {
      one.progress_ = 0;
      return;
    }
  }
  unlink(one);
  append(one, now);
}

// Each that is looked at and stays is not looked at again for as long as its grace is, so a crowd costs little.
connection* connection_list::slowest(standing among) noexcept {
  const auto grace = static_cast<std::uint32_t>(limits_.grace_period.get().count());
  for (connection* one = row_of(among).first; one != nullptr; one = row_of(among).first) {
    const std::uint32_t age = clock() - one->since_;
    if (age < grace) return nullptr;
    if (one->is_slow(age)) return one;
    unlink(*one);
    append(*one, among);
    one->progress_ = one->unsent();
  }
  return nullptr;
}

// One that has just been answered loses no more by it than the time to connect again.
connection* connection_list::first_idle() noexcept {
  int looks = 16;
  for (connection* one = row_of(standing::idle).first; one != nullptr && looks-- > 0; one = one->next_)
    if (one->is_quiet()) return one;
  return nullptr;
}

bool connection_list::make_room(terms wanted) noexcept {
  if (wanted == terms::welcome || wanted == terms::refused) return true;
  if (leaving() >= most_leaving) row_of(standing::leaving).first->give_up_place();
  if (wanted == terms::crowding) return true;
  connection* one = slowest(standing::idle);
  if (one == nullptr) one = slowest(standing::moving);
  if (one == nullptr) one = first_idle();
  if (one == nullptr) return false;
  one->give_up_place();
  return true;
}

void connection_list::admit(const arrival& peer) {
  if (!ticking_) {
    look_at_clock();
    tick();
  }
  std::unique_ptr<connection> one;
  try {
    one = std::make_unique<connection>(*this, peer.remote_address, peer.secure);
  } catch (...) {
    ::close(peer.socket);
  }
  std::unique_ptr<byte_stream> stream;
  try {
    if (one) stream = peer.streams.make(peer.streams.data, loop_.io(), peer.socket, one->user());
  } catch (...) {
    log_.warn("There is not enough memory for one more connection. It was closed.");
  }
  if (!stream) {
    count_.fetch_sub(1, std::memory_order_release);
    return;
  }
  connection& admitted = *one.release();
  append(admitted, standing::moving);
  admitted.begin(std::move(stream), peer.admitted == terms::refused);
}

void connection_list::remove(connection& one) noexcept {
  unlink(one);
  delete &one;
  count_.fetch_sub(1, std::memory_order_release);
  if (draining_) left_();
}

void connection_list::drain() {
  draining_ = true;
  for_each([](connection& one) { one.drain(); });
  left_();
}

void connection_list::abandon() noexcept {
  for_each([](connection& one) { one.abandon(); });
}

void connection_list::look_at_clock() noexcept {
  now_ = std::chrono::duration_cast<std::chrono::milliseconds>(loop::clock::now().time_since_epoch());
  date_.refresh();
}

// Ticks only while somebody is there: an idle server sleeps.
void connection_list::tick() {
  ticking_ = true;
  timer_.expires_after(tick_);
  timer_.async_wait([this](boost::system::error_code failed) {
    if (failed) return;
    look_at_clock();
    for_each([&](connection& one) { one.look_at_deadline(now_); });
    ticking_ = false;
    if (std::any_of(rows_.begin(), rows_.end(), [](const row& those) { return those.first != nullptr; })) tick();
  });
}

}  // namespace tenon::http1
