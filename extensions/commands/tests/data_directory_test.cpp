#include "../data_directory.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "../commands.hpp"
#include "../console_client.hpp"
#include "tenon/testing/scratch_folder.hpp"
#include "tenon/word/error.hpp"

namespace {

namespace fs = std::filesystem;

class data_directory : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return base_.path(name); }
  tenon::testing::scratch_folder base_;
};

TEST_F(data_directory, is_made_for_its_owner_alone) {
  const tenon_commands::data_directory made(path("new/deep"));
  struct stat facts{};
  ASSERT_EQ(::stat(made.path().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0700U);
}

TEST_F(data_directory, that_another_process_holds_is_refused_and_that_process_named) {
  const tenon_commands::data_directory held(path("data"));
  const pid_t child = fork();
  if (child == 0) {
    try {
      tenon_commands::data_directory second(path("data"));
      _exit(1);
    } catch (const tenon::error& problem) {
      const std::string parent = "process " + std::to_string(getppid());
      _exit(problem.message().find(parent) != std::string::npos ? 0 : 2);
    }
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(data_directory, is_free_again_after_its_holder_was_killed) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const tenon_commands::data_directory held(path("data"));
    if (write(ready[1], "x", 1) != 1) _exit(1);
    pause();
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_THROW(tenon_commands::data_directory(path("data")), tenon::error);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_NO_THROW(tenon_commands::data_directory(path("data")));
}

TEST_F(data_directory, that_cannot_be_made_says_why_and_what_to_do) {
  std::ofstream(path("file")) << "x";
  try {
    tenon_commands::data_directory made(path("file") + "/data");
    FAIL();
  } catch (const tenon::error& problem) {
    EXPECT_EQ(problem.type(), tenon::error_type::server_misconfigured);
    EXPECT_NE(problem.message().find("--data-dir"), std::string::npos) << problem.message();
  }
  EXPECT_NE(tenon_commands::data_directory_problem(path("file")).find("is a file"), std::string::npos);
  EXPECT_EQ(tenon_commands::data_directory_problem(path("not/there/yet")), "");
}

// /dev/full takes nothing, as a disk does that is full.
TEST_F(data_directory, on_a_full_disk_says_so_and_what_to_do) {
  fs::create_directory(path("data"));
  fs::create_symlink("/dev/full", path("data") + "/lock");
  try {
    tenon_commands::data_directory made(path("data"));
    FAIL();
  } catch (const tenon::error& problem) {
    EXPECT_NE(problem.message().find("No space left on device. Free some space on its disk."), std::string::npos)
        << problem.message();
  }
}

TEST_F(data_directory, that_cannot_be_made_is_said_at_once_to_whoever_looks_for_a_program_there) {
  std::ofstream(path("program")) << "x";
  fs::permissions(path("program"), fs::perms::owner_all);
  const auto began = std::chrono::steady_clock::now();
  // Not even the superuser makes one in /proc, who may write there.
  for (const std::string& one : {path("program") + "/data", std::string("/proc/data")}) {
    bool reached = false;
    try {
      static_cast<void>(tenon_commands::hold_or_await_console(one, reached));
      FAIL() << one;
    } catch (const tenon::error& problem) {
      EXPECT_NE(problem.message().find("cannot be made"), std::string::npos) << problem.message();
    }
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
  EXPECT_NE(tenon_commands::data_directory_problem(path("program") + "/data").find("is a file"), std::string::npos);
}

TEST_F(data_directory, whose_program_is_still_starting_is_waited_for_until_its_console_is_there) {
  fs::create_directory(path("data"));
  tenon_commands::await_console(path("data"));  // nobody holds it, so nobody is waited for
  const tenon_commands::data_directory held(path("data"));
  const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::atomic<bool> is_there = false;
  std::thread starting([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path("data").append("/").append(tenon_console::socket_name).copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    is_there = true;
    ASSERT_EQ(::listen(listener, 8), 0);
  });
  tenon_commands::await_console(path("data"));
  EXPECT_TRUE(is_there);
  starting.join();
  ::close(listener);
}

// A script can tell it from a command that failed: exit code 3.
TEST_F(data_directory, whose_program_is_not_reached_is_told_apart_from_a_command_that_fails) {
  const tenon_commands::program self{"program", "1.0.0", ""};
  const auto asked = [&] {
    try {
      static_cast<void>(tenon_commands::ask_console(path("data"), {.words = {"help"}}, self.name));
      return 0;
    } catch (const std::exception& problem) {
      return tenon_commands::report(self, problem);
    }
  };
  EXPECT_EQ(asked(), 3) << "nobody is there";
  const tenon_commands::data_directory held(path("data"));
  EXPECT_EQ(asked(), 3) << "it has no console";
  EXPECT_EQ(tenon_commands::report(self, tenon_commands::console_has_ended()), 3);
  EXPECT_EQ(tenon_commands::report(self, tenon::error(tenon::error_type::unknown, "it failed")), 1);
}

TEST_F(data_directory, is_chosen_by_option_then_variable_then_what_is_writable) {
  setenv("TENON_DATA_DIR", "/from/variable", 1);
  EXPECT_EQ(tenon_commands::choose_data_directory("/from/option", "program"), "/from/option");
  EXPECT_EQ(tenon_commands::choose_data_directory(std::nullopt, "program"), "/from/variable");
  unsetenv("TENON_DATA_DIR");
  setenv("XDG_STATE_HOME", "/state", 1);
  const std::string chosen = tenon_commands::choose_data_directory(std::nullopt, "program");
  EXPECT_EQ(chosen, ::access("/var/lib", W_OK) == 0 ? "/var/lib/program" : "/state/program");
  unsetenv("XDG_STATE_HOME");
}

}  // namespace
