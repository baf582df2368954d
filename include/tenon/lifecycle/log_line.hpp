// A line on standard error, whole or recognisably not.
#pragma once

#include <cstdint>
#include <string_view>

namespace tenon {

// One write, so that lines of several processes do not mix; `line` ends with a line break. A disk that is full takes a
// part of it at best, and the next line begins on one of its own then. False: it was left out, because whoever reads
// has not gone on for a second. Nobody waits again before they do. From any thread.
bool write_log_line(std::string_view line) noexcept;

// How many have been left out since the program began.
[[nodiscard]] std::uint64_t lost_log_lines() noexcept;

}  // namespace tenon
