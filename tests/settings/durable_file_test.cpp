// A file that is replaced whole, and is there after a crash.
#include "tenon/settings/durable_file.hpp"
#include "tenon/testing/scratch_folder.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;

// What has been made durable, and what the file held at that moment.
struct synced {
  std::string name, content_of_target;
};
std::vector<synced>* watched = nullptr;
std::string target;
// What becomes of it where it is a folder.
int failure_of_folders = 0;

}  // namespace

// Stands in for that of the C library.
extern "C" int fsync(int file) {
  if (watched != nullptr) {
    std::string why;
    const fs::path what = fs::read_symlink("/proc/self/fd/" + std::to_string(file));
    watched->push_back({what.filename().string(), tenon::settings::read_file(target, why).value_or("")});
  }
  if (failure_of_folders != 0 && fs::is_directory("/proc/self/fd/" + std::to_string(file))) {
    errno = failure_of_folders;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_fsync, file));
}

namespace {

class durable_file : public testing::Test {
 protected:
  durable_file() { target = path(); }
  ~durable_file() override {
    watched = nullptr;
    failure_of_folders = 0;
  }
  [[nodiscard]] std::string path() const { return folder_.path("settings.json"); }
  [[nodiscard]] std::string content() const {
    std::string why;
    return tenon::settings::read_file(path(), why).value_or(why);
  }
  tenon::testing::scratch_folder folder_;
};

TEST_F(durable_file, is_on_the_disk_before_it_has_its_name_and_its_name_is_before_anybody_is_told) {
  ASSERT_EQ(tenon::settings::replace_file(path(), "old"), "");
  std::vector<synced> seen;
  watched = &seen;
  ASSERT_EQ(tenon::settings::replace_file(path(), "new"), "");
  watched = nullptr;
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].name, "settings.json.new");
  EXPECT_EQ(seen[0].content_of_target, "old");
  EXPECT_EQ(seen[1].name, fs::path(folder_.path()).filename().string());
  EXPECT_EQ(seen[1].content_of_target, "new");
}
TEST_F(durable_file, is_the_old_or_the_new_one_for_whoever_reads_meanwhile) {
  const std::string all_a(200'000, 'a'), all_b(300'000, 'b');
  ASSERT_EQ(tenon::settings::replace_file(path(), all_a), "");
  std::atomic<bool> over{false};
  int torn = 0;
  std::thread reader([&] {
    while (!over) {
      const std::string now = content();
      torn += now != all_a && now != all_b;
    }
  });
  for (int i = 0; i < 50; ++i) ASSERT_EQ(tenon::settings::replace_file(path(), i % 2 == 0 ? all_b : all_a), "");
  over = true;
  reader.join();
  EXPECT_EQ(torn, 0);
}
TEST_F(durable_file, whose_name_may_be_gone_after_a_power_cut_is_not_written_unless_the_file_system_has_no_better) {
  failure_of_folders = EIO;
  EXPECT_EQ(tenon::settings::replace_file(path(), "new"), "Input/output error");
  failure_of_folders = EINVAL;
  EXPECT_EQ(tenon::settings::replace_file(path(), "newer"), "");
  EXPECT_EQ(content(), "newer");
}
TEST_F(durable_file, stays_as_it_was_where_there_is_no_room_for_the_new_one) {
  ASSERT_EQ(tenon::settings::replace_file(path(), "old"), "");
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = ::signal(SIGXFSZ, SIG_IGN);
  const rlimit little{100, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &little);
  const std::string why = tenon::settings::replace_file(path(), std::string(1000, 'n'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  ::signal(SIGXFSZ, handler);
  EXPECT_EQ(why, "File too large");
  EXPECT_EQ(content(), "old");
  EXPECT_FALSE(fs::exists(path() + ".new"));
}

}  // namespace
