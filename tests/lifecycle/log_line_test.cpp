#include "tenon/lifecycle/log_line.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "tenon/lifecycle/console_log.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

void let_files_have(rlim_t bytes) {
  rlimit most{};
  ::getrlimit(RLIMIT_FSIZE, &most);
  most.rlim_cur = bytes;
  ::setrlimit(RLIMIT_FSIZE, &most);
}

// A bound on files stands in for the end of the disk: what is before it is still written.
TEST(log_line, behind_one_that_a_full_disk_has_cut_begins_on_a_line_of_its_own) {
  tenon::testing::scratch_folder scratch;
  const std::string path = std::filesystem::path(scratch.path()) / "log";
  const pid_t id = ::fork();
  if (id == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    if (::dup2(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600), STDERR_FILENO) < 0) ::_exit(1);
    let_files_have(10);
    tenon::write_log_line("first\n");
    tenon::write_log_line("second\n");
    tenon::write_log_line("lost\n");
    let_files_have(1000);
    tenon::write_log_line("third\n");
    tenon::write_log_line("fourth\n");
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(id, &status, 0), id);
  ASSERT_EQ(WEXITSTATUS(status), 0);
  std::ifstream file(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "first\nseco\nthird\nfourth\n");
}

// What a pipe holds is read at the end, by which time all of it has been written.
TEST(log_line, is_left_out_and_counted_where_whoever_reads_has_stopped_and_holds_nobody_up_for_long) {
  int log[2], steps[2];
  ASSERT_TRUE(::pipe(log) == 0 && ::pipe(steps) == 0);
  const pid_t id = ::fork();
  if (id == 0) {
    ::close(steps[1]);
    if (::dup2(log[1], STDERR_FILENO) < 0) ::_exit(1);
    ::alarm(20);
    const tenon::log out("notes", tenon::console_log);
    for (int i = 0; i < 5000; ++i) out.info("a line of some length, so that it is soon full");
    tenon::write_log_line(std::string(100'000, 'x').append("\n"));  // longer than a pipe takes at once
    char step = 0;
    if (::read(steps[0], &step, 1) != 1) ::_exit(1);
    out.info("there is room again");
    ::_exit(tenon::lost_log_lines() > 1000 ? 0 : 2);
  }
  ::close(log[1]);
  ::close(steps[0]);
  const auto began = std::chrono::steady_clock::now();
  std::this_thread::sleep_for(std::chrono::seconds(2));  // in which it has come to its step, unless it hangs
  std::string text(1 << 20, ' ');
  std::size_t size = 0;
  const auto read_some = [&] {
    const ssize_t got = ::read(log[0], text.data() + size, text.size() - size);
    size += got > 0 ? static_cast<std::size_t>(got) : 0;
    return got > 0;
  };
  while (size < 60'000 && read_some()) {
  }
  ASSERT_EQ(::write(steps[1], "1", 1), 1);
  while (read_some()) {
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
  int status = 0;
  ASSERT_EQ(::waitpid(id, &status, 0), id);
  EXPECT_EQ(status, 0) << "it neither hung nor lost too few";
  text.resize(size);
  EXPECT_NE(text.find("notes: there is room again\n"), text.npos) << text.substr(size - 500);
  EXPECT_NE(text.find(" warn  tenon: lines were left out of this log, because whoever reads it had stopped so_far="),
            text.npos)
      << text.substr(size - 500);
  const auto lines = std::ranges::count(text, '\n');
  const std::size_t at = text.find("so_far=") + 7;
  EXPECT_EQ(lines + std::stoi(text.substr(at)), 5000 + 1 + 2) << "each is there or counted";
  ::close(log[0]);
  ::close(steps[1]);
}

}  // namespace
