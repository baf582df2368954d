// A part of a test that has to run in a process of its own: to be killed, to lock a file, to have fewer rights.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

class child_process {
 public:
  // Runs `work(descriptor)` in the child; what it writes there can be read with `line` and `rest`. Start it while the
  // test has one thread.
  template <class F>
  explicit child_process(F&& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    id_ = ::fork();
    if (id_ < 0) throw std::runtime_error("no process");
    if (id_ == 0) {
      ::close(ends[0]);
      int code = 0;
      try {
        work(ends[1]);
      } catch (...) {
        code = 1;
      }
      ::_exit(code);
    }
    ::close(ends[1]);
    from_ = ends[0];
  }
  ~child_process() {
    if (id_ > 0) kill_and_wait();
    ::close(from_);
  }
  child_process(const child_process&) = delete;
  child_process& operator=(const child_process&) = delete;

  // The next line without its end; what there is when the child is gone.
  std::string line() {
    std::string out;
    for (char c = 0; ::read(from_, &c, 1) == 1 && c != '\n';) out += c;
    return out;
  }
  void kill_and_wait() {
    ::kill(id_, SIGKILL);
    wait();
  }
  // The exit code; -1 where a signal ended it.
  int wait() {
    int status = 0;
    ::waitpid(std::exchange(id_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  int from_ = -1;
  pid_t id_ = -1;
};

inline void write_line(int descriptor, std::string text) {
  text += '\n';
  // Short enough to be written at once (PIPE_BUF), or not at all.
  if (::write(descriptor, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    throw std::runtime_error("pipe");
}
