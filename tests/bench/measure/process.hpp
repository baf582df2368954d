// A child process: started, waited for, ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

#include "measure/cpus.hpp"

namespace bench {

struct command {
  std::vector<std::string> words;          // the program, sought in PATH, and its arguments
  std::vector<std::string> environment{};  // NAME=value, added to this process's own
  seat cpu = seat::any;
};

// Throws std::runtime_error where the child cannot be started. It dies with the thread that started it.
class process {
 public:
  explicit process(const command& what);
  ~process() { end(); }
  process(process&& other) noexcept;
  process& operator=(process&&) = delete;

  [[nodiscard]] pid_t id() const noexcept { return id_; }
  // Blocks until it has ended by itself.
  void wait() const;
  [[nodiscard]] bool runs();
  // The exit code; 128 and the signal's number where a signal ended it. After `patience`: it is killed, and the answer
  // is 137.
  int wait(std::chrono::milliseconds patience);
  // SIGTERM, and what `wait` answers.
  int end(std::chrono::milliseconds patience = std::chrono::seconds(20)) noexcept;
  // What it has written so far, standard output and error in one.
  [[nodiscard]] std::string output() const;
  // The time that it has spent in itself and in the kernel, in microseconds, to 10 000.
  [[nodiscard]] double cpu_time() const;

 private:
  pid_t id_ = -1;
  int output_ = -1;
  int exit_code_ = -1;
};

struct finished {
  int exit_code;
  std::string output;
};

// Runs to the end.
finished run(const command& what, std::chrono::milliseconds patience);

// In PATH, or a file that can be run.
bool is_installed(const std::string& program);

}  // namespace bench
