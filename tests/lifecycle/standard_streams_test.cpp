#include "tenon/lifecycle/standard_streams.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

// In a process of its own, which has closed them.
TEST(standard_streams, that_were_closed_are_no_numbers_for_files_and_take_nothing) {
  const pid_t id = ::fork();
  if (id == 0) {
    for (int number = 0; number < 3; ++number) ::close(number);
    tenon::hold_standard_streams();
    char byte = 0;
    const bool are_mute = ::write(1, "x", 1) < 0 && ::write(2, "x", 1) < 0 && ::read(0, &byte, 1) < 0;
    ::_exit(!are_mute ? 1 : ::open("/proc/self/comm", O_RDONLY | O_CLOEXEC) < 3 ? 2 : 0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(id, &status, 0), id);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(standard_streams, that_are_open_stay_what_they_are) {
  const pid_t id = ::fork();
  if (id == 0) {
    int ends[2];
    if (::pipe(ends) != 0 || ::dup2(ends[1], STDOUT_FILENO) != STDOUT_FILENO) ::_exit(1);
    tenon::hold_standard_streams();
    char byte = 0;
    ::_exit(::write(STDOUT_FILENO, "x", 1) == 1 && ::read(ends[0], &byte, 1) == 1 && byte == 'x' ? 0 : 2);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(id, &status, 0), id);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
