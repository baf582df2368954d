// A line on standard error, whole or recognisably not.
#pragma once

#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <string_view>

namespace tenon {

// One write, so that lines of several threads do not mix; `line` ends with a line break. A disk that is full takes a
// part of it at best, and the next line begins on one of its own then.
inline void write_log_line(std::string_view line) noexcept {
  static constinit std::atomic<bool> is_cut = false;
  if (is_cut.load(std::memory_order_relaxed) && ::write(STDERR_FILENO, "\n", 1) == 1)
    is_cut.store(false, std::memory_order_relaxed);
  const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
  if (written > 0 && static_cast<std::size_t>(written) < line.size()) is_cut.store(true, std::memory_order_relaxed);
}

}  // namespace tenon
