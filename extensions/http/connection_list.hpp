// The connections of one thread: who is there, what time it is for them, and how they are asked to leave.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "contract.hpp"
#include "date_line.hpp"
#include "loop.hpp"
#include "options.hpp"
#include "standing.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/log.hpp"

namespace tenon::http1 {

class connection;

// Everything but `count`, `leaving` and `unanswered` belongs to the loop's thread.
class connection_list {
 public:
  // `left` is called on the loop's thread whenever a connection has left.
  connection_list(loop& home, const options& limits, tenon::log log, std::function<void()> left);
  ~connection_list();
  connection_list(const connection_list&) = delete;
  connection_list& operator=(const connection_list&) = delete;

  void enter(tenon::door door) noexcept { door_ = door; }
  enum class terms : std::uint8_t {
    welcome,
    crowding,    // there would be no place if those that are leaving counted
    displacing,  // another one has to give up its place
    refused,     // it gets the answer that there are too many
  };
  struct arrival {
    int socket = -1;
    std::string_view remote_address{};
    stream_maker streams{};
    bool secure = false;
    terms admitted = terms::welcome;
  };
  // Before `admit`. False: there is none here that could give up its place.
  [[nodiscard]] bool make_room(terms wanted) noexcept;
  void admit(const arrival& peer);

  // From now on every answer closes its connection. Idle ones leave at once.
  void drain();
  // Closes every socket. What handlers still work at stays until they have ended.
  void abandon() noexcept;

  // Any thread: how many are here, and how many of them are only leaving, or wait for a handler.
  [[nodiscard]] std::size_t count() const noexcept { return count_.load(std::memory_order_acquire); }
  [[nodiscard]] std::size_t leaving() const noexcept { return leaving_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::size_t unanswered() const noexcept { return unanswered_.load(std::memory_order_acquire); }
  void announce_arrival() noexcept { count_.fetch_add(1, std::memory_order_relaxed); }
  void take_back_arrival() noexcept { count_.fetch_sub(1, std::memory_order_release); }

  // For the connections.
  [[nodiscard]] tenon::door door() const noexcept { return door_; }
  [[nodiscard]] http1::loop& home() noexcept { return loop_; }
  [[nodiscard]] const http1::options& limits() const noexcept { return limits_; }
  [[nodiscard]] const tenon::log& log() const noexcept { return log_; }
  [[nodiscard]] const date_line& date() const noexcept { return date_; }
  [[nodiscard]] bool draining() const noexcept { return draining_; }
  // A point in time that is checked with the precision of a tick: between once and a fourth of the shortest timeout
  // late.
  [[nodiscard]] std::chrono::milliseconds deadline_in(std::chrono::milliseconds delay) const noexcept {
    return now_ + delay + tick_;
  }
  // What tells the requests of this thread from all others.
  [[nodiscard]] std::uint32_t origin() const noexcept { return origin_; }
  [[nodiscard]] std::uint64_t next_request() noexcept { return ++requests_; }
  void answer_is_due() noexcept { unanswered_.fetch_add(1, std::memory_order_acq_rel); }
  void answer_came() noexcept { unanswered_.fetch_sub(1, std::memory_order_acq_rel); }
  void settle(connection& one) noexcept;
  void remove(connection& one) noexcept;

 private:
  // Those of one standing, in the order in which they got on last.
  struct row {
    connection* first = nullptr;
    connection* last = nullptr;
  };
  [[nodiscard]] row& row_of(standing which) noexcept { return rows_[static_cast<std::size_t>(which)]; }
  void append(connection& one, standing to) noexcept;
  void unlink(connection& one) noexcept;
  template <class F>
  void for_each(F&& what);
  [[nodiscard]] connection* slowest(standing among) noexcept;
  [[nodiscard]] connection* first_idle() noexcept;
  [[nodiscard]] std::uint32_t clock() const noexcept { return static_cast<std::uint32_t>(now_.count()); }
  void look_at_clock() noexcept;
  void tick();

  loop& loop_;
  const options& limits_;
  tenon::log log_;
  std::function<void()> left_;
  tenon::door door_{};
  date_line date_;
  std::array<row, 4> rows_{};
  const std::uint32_t origin_;
  std::uint64_t requests_ = 0;
  std::atomic<std::size_t> count_{0};
  std::atomic<std::size_t> leaving_{0};
  std::atomic<std::size_t> unanswered_{0};
  bool draining_ = false;
  bool ticking_ = false;
  std::chrono::milliseconds tick_;
  std::chrono::milliseconds now_{0};
  loop::timer timer_;
};

}  // namespace tenon::http1
