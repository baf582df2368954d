// The console at a terminal: editing, completion and history are there for a person.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <string_view>

#include "stage.hpp"

using namespace backend_test;

namespace {

// A program with a terminal of its own, at which the test types.
class terminal {
 public:
  terminal(const std::string& program, const std::string& directory) {
    master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    ::grantpt(master_);
    ::unlockpt(master_);
    const std::string name = ::ptsname(master_);
    id_ = ::fork();
    if (id_ != 0) return;
    ::setsid();
    const int line = ::open(name.c_str(), O_RDWR);
    ::ioctl(line, TIOCSCTTY, 0);
    for (int one : {0, 1, 2}) ::dup2(line, one);
    ::setenv("TERM", "xterm", 1);
    ::execl(program.c_str(), program.c_str(), "console", "--data-dir", directory.c_str(), nullptr);
    ::_exit(127);
  }
  ~terminal() {
    if (id_ > 0) {
      ::kill(id_, SIGKILL);
      ::waitpid(id_, nullptr, 0);
    }
    ::close(master_);
  }
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;

  void type(std::string_view keys) const {
    ASSERT_EQ(::write(master_, keys.data(), keys.size()), ssize_t(keys.size()));
  }
  // Whether the text comes, behind what has been awaited before. What is typed before the prompt is back may be lost,
  // as it may be for a person.
  bool shows(std::string_view text) {
    do {
      if (const std::size_t at = screen_.find(text); at != std::string::npos) {
        screen_.erase(0, at + text.size());
        return true;
      }
    } while (reads());
    return false;
  }
  // The exit code. What it still says has to be read: it waits for that before it lets go of the terminal.
  int wait() {
    while (reads()) continue;
    int status = 0;
    for (int tries = 0; ::waitpid(id_, &status, WNOHANG) == 0; ++tries) {
      if (tries == 1000) return -1;
      ::usleep(10'000);
    }
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] const std::string& screen() const { return screen_; }

 private:
  // False: nothing comes any more, or for too long.
  bool reads() {
    pollfd awaited{master_, POLLIN, 0};
    char part[512];
    if (::poll(&awaited, 1, 10'000) <= 0) return false;
    const ssize_t size = ::read(master_, part, sizeof part);
    if (size > 0) screen_.append(part, static_cast<std::size_t>(size));
    return size > 0;
  }

  int master_ = -1;
  pid_t id_ = -1;
  std::string screen_{};
};

TEST(console, completes_words_remembers_lines_and_ends_by_exit) {
  const data_directory data;
  server running(data);
  ASSERT_NE(running.port(), 0) << running.process().output();
  {
    terminal at(std::string(local), data.path().string());
    ASSERT_TRUE(at.shows("> ")) << at.screen();
    at.type("hello:say-hello Zo\xc3\xab\r");
    EXPECT_TRUE(at.shows("Hello, Zo\xc3\xab\r")) << at.screen();
    EXPECT_TRUE(at.shows("> ")) << at.screen();
    at.type("hello:\tDave\r");
    EXPECT_TRUE(at.shows("say-hello Dave")) << at.screen();
    EXPECT_TRUE(at.shows("Hello, Dave")) << at.screen();
    EXPECT_TRUE(at.shows("> ")) << at.screen();
    at.type("call helloW\tsub\t\"Dave Bowman\"\r");
    EXPECT_TRUE(at.shows("\"Hello, Dave Bowman!\"")) << at.screen();
    EXPECT_TRUE(at.shows("> ")) << at.screen();
    at.type("h\t\t");
    EXPECT_TRUE(at.shows("hello:say-hello\r\nhelp")) << at.screen();
    at.type(
        "\x15"
        "exit\r");  // ^U takes back what stands there
    EXPECT_EQ(at.wait(), 0);
  }
  struct stat found{};
  ASSERT_EQ(::stat((data.path() / "console.history").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
  terminal again(std::string(local), data.path().string());
  ASSERT_TRUE(again.shows("> ")) << again.screen();
  again.type("\x1b[A\x1b[A\x1b[A\r");  // three times up: exit, call, hello:say-hello
  EXPECT_TRUE(again.shows("Hello, Dave")) << again.screen();
  EXPECT_TRUE(again.shows("> ")) << again.screen();
  again.type("exit\r");
  EXPECT_EQ(again.wait(), 0);
}

}  // namespace
