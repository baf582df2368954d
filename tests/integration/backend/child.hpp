// A program that a test starts, listens to and ends.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace backend_test {

// Standard output and error are read together, by a thread, until the program has closed both. It dies with the test.
class child {
 public:
  // `environment` is all that it gets: NAME=value.
  child(const std::vector<std::string>& words, const std::vector<std::string>& environment);
  ~child();
  child(const child&) = delete;
  child& operator=(const child&) = delete;

  // True when the text has come; false when the program has ended without it, or nothing came for too long.
  [[nodiscard]] bool says(std::string_view text);
  void signal(int number) const;
  // The exit code; 128 and the signal's number where a signal ended it. A program that does not end is killed.
  int wait();
  [[nodiscard]] std::string output() const;

 private:
  void read_all();

  pid_t id_ = -1;
  int pipe_ = -1;
  int exit_code_ = -1;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::string output_;
  bool closed_ = false;
  std::thread reader_;
};

}  // namespace backend_test
