#include "tenon/lifecycle/log_line.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

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

}  // namespace
