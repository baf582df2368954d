// A Unix socket that answers one line with one line.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "tenon/word/log.hpp"

namespace tenon_console {

// Listens from its constructor to its end, on a thread of its own: one connection after the other, each for a few
// seconds at most, so that one that says nothing keeps nobody waiting for long. Answers only to the user that the
// program runs as, and to root. `answer` may throw: then the connection is closed without one.
class line_socket {
 public:
  using answer = std::function<std::string(std::string_view line)>;

  // Takes the place of a socket that a program left behind: whoever holds the directory is alone in it.
  // `ending` is what somebody gets whose line comes too late.
  line_socket(const std::string& directory, answer to, std::string ending, tenon::log log);
  ~line_socket();
  line_socket(const line_socket&) = delete;
  line_socket& operator=(const line_socket&) = delete;

  // Why it does not listen; empty where it does.
  [[nodiscard]] const std::string& problem() const noexcept { return problem_; }

 private:
  void listen(const std::string& directory);
  void serve();
  void talk(int connection);
  void send_whole(int connection, std::string_view text) const;
  void turn_away();

  std::string path_{}, problem_{};
  answer answer_;
  std::string ending_;
  tenon::log log_;
  int listener_ = -1;
  int end_[2] = {-1, -1};  // a pipe: what is written there ends the thread
  std::thread thread_{};
};

}  // namespace tenon_console
