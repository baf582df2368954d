#include "connection_list.hpp"

#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "connection.hpp"

namespace tenon::http1 {

namespace {

std::chrono::milliseconds tick_of(const options& given) {
  using std::chrono::milliseconds;
  const milliseconds shortest = std::min<milliseconds>({given.header_timeout, given.body_timeout, given.idle_timeout,
                                                        given.ping_timeout, given.write_timeout, given.linger_timeout});
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

connection_list::~connection_list() {
  // The loop has ended, so nothing will call them back any more.
  while (first_ != nullptr) delete std::exchange(first_, first_->next_);
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
  one->next_ = first_;
  if (first_ != nullptr) first_->previous_ = one.get();
  first_ = one.release();
  first_->begin(std::move(stream), peer.refused);
}

void connection_list::remove(connection& one) noexcept {
  (one.previous_ != nullptr ? one.previous_->next_ : first_) = one.next_;
  if (one.next_ != nullptr) one.next_->previous_ = one.previous_;
  delete &one;
  count_.fetch_sub(1, std::memory_order_release);
  if (draining_) left_();
}

void connection_list::drain() {
  draining_ = true;
  for (connection *one = first_, *next = nullptr; one != nullptr; one = next) {
    next = one->next_;
    one->drain();
  }
  left_();
}

void connection_list::abandon() noexcept {
  for (connection *one = first_, *next = nullptr; one != nullptr; one = next) {
    next = one->next_;
    one->abandon();
  }
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
    for (connection *one = first_, *next = nullptr; one != nullptr; one = next) {
      next = one->next_;
      one->look_at_deadline(now_);
    }
    ticking_ = false;
    if (first_ != nullptr) tick();
  });
}

}  // namespace tenon::http1
