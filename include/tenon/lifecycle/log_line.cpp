#include "tenon/lifecycle/log_line.hpp"

#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <mutex>

namespace tenon {

namespace {

constexpr int patience = 1000;             // milliseconds
constexpr std::size_t at_once = 4096;      // that a pipe takes without a wait where it takes anything
constinit std::mutex one_at_a_time;        // or another thread would take the room
bool is_cut = false, has_stopped = false;  // the last line; whoever reads
constinit std::atomic<std::uint64_t> lost{0};

bool has_room() noexcept {
  pollfd standard_error{.fd = STDERR_FILENO, .events = POLLOUT, .revents = 0};
  int ready = 0;
  do ready = ::poll(&standard_error, 1, has_stopped ? 0 : patience);
  while (ready < 0 && errno == EINTR);
  has_stopped = ready == 0;
  return !has_stopped;
}

bool leave_out() noexcept {
  lost.fetch_add(1, std::memory_order_relaxed);
  return false;
}

}  // namespace

bool write_log_line(std::string_view line) noexcept {
  const std::lock_guard lock(one_at_a_time);
  if (!has_room()) return leave_out();
  if (is_cut) {
    is_cut = ::write(STDERR_FILENO, "\n", 1) != 1;
    if (!has_room()) return leave_out();
  }
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view part = rest.substr(0, at_once);
    if (part.data() != line.data() && !has_room()) {
      is_cut = true;
      return leave_out();
    }
    const ssize_t written = ::write(STDERR_FILENO, part.data(), part.size());
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    if (written == static_cast<ssize_t>(part.size())) continue;
    is_cut = is_cut || (rest.size() < line.size() && !rest.empty());
    break;
  }
  return true;
}

std::uint64_t lost_log_lines() noexcept { return lost.load(std::memory_order_relaxed); }

}  // namespace tenon
