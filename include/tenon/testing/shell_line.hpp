// A line of sh, and what became of it.
#pragma once

#include <stdio.h>
#include <sys/wait.h>

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace tenon::testing {

struct shell_line {
  std::string output{};  // standard output; with `2>&1` in the line, errors too
  int exit_code = 0;     // or 128 and the signal's number, where a signal ended it

  // Blocks until it has ended.
  explicit shell_line(const std::string& line) {
    FILE* const pipe = ::popen(line.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("no shell for: " + line);
    std::array<char, 4096> part{};
    while (const std::size_t size = ::fread(part.data(), 1, part.size(), pipe)) output.append(part.data(), size);
    const int ended = ::pclose(pipe);
    exit_code = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
  }
};

}  // namespace tenon::testing
