// What is there after the program was killed, wherever it was.
#include "../version_store.hpp"

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "pushed_bundle.hpp"
#include "tenon/testing/recorded_log.hpp"
#include "tenon/testing/scratch_folder.hpp"
#include "tenon/word/error.hpp"

using tenon_bundles::kept_version;
using tenon_bundles::version_store;

namespace {

namespace fs = std::filesystem;

const tenon::log silent{"bundles", {}};

// So many folders can be made durable until the disk fails; less than none: it does not.
int folders_until_failure = -1;

}  // namespace

// Stands in for that of the C library.
extern "C" int fsync(int file) {
  if (folders_until_failure >= 0 && fs::is_directory("/proc/self/fd/" + std::to_string(file)) &&
      folders_until_failure-- == 0) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_fsync, file));
}

namespace {

// In a process of its own, which is killed at the point of that number; true where it did not come that far.
template <class Work>
bool comes_through(const fs::path& folder, int point, Work work) {
  const pid_t id = ::fork();
  if (id == 0) {
    int passed = 0;
    version_store store(folder,
                        {.keep = 2,
                         .passes =
                             [&](std::string_view) {
                               if (++passed == point) ::raise(SIGKILL);
                             }},
                        silent);
    work(store);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(id, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> out;
  for (const fs::directory_entry& one : fs::directory_iterator(folder)) out.push_back(one.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

// Each version has the page that it was pushed with, and the files that its manifest tells.
void expect_whole(const version_store& store) {
  for (const kept_version& one : store.now().kept) {
    EXPECT_EQ(one->read("app/index.html"), "page of " + one->name());
    for (const auto& file : one->record().manifest.files) EXPECT_EQ(one->read(file.path).size(), file.size);
  }
}

TEST(a_store, that_is_killed_in_a_push_has_the_new_version_whole_or_not_at_all) {
  int points = 0;
  for (int point = 1;; ++point) {
    tenon::testing::scratch_folder scratch;
    const fs::path folder = fs::path(scratch.path()) / "bundles";
    {
      version_store store(folder, {.keep = 2}, silent);
      ASSERT_TRUE(store.push(stage::bundle("page of 0001")).made);
      store.switch_to("1");
      ASSERT_TRUE(store.push(stage::bundle("page of 0002")).made);
      ASSERT_TRUE(store.push(stage::bundle("page of 0003")).made);
    }
    const bool through =
        comes_through(folder, point, [](version_store& store) { (void)store.push(stage::bundle("page of 0004")); });
    version_store again(folder, {.keep = 2}, silent);
    const auto now = again.now();
    const std::string newest = now.kept.front()->name();
    EXPECT_TRUE(newest == "0004" || (newest == "0003" && !through)) << newest;
    ASSERT_TRUE(now.active);
    EXPECT_EQ(now.active->name(), "0001");
    EXPECT_EQ(now.kept.size(), 3U) << "two, and the active one";
    expect_whole(again);
    EXPECT_EQ(files_in(folder), newest == "0004"
                                    ? (std::vector<std::string>{"0001.json", "0001.zip", "0003.json", "0003.zip",
                                                                "0004.json", "0004.zip", "index.json"})
                                    : (std::vector<std::string>{"0001.json", "0001.zip", "0002.json", "0002.zip",
                                                                "0003.json", "0003.zip", "index.json"}))
        << "what was half done is cleared away";
    const auto next = again.push(stage::bundle(newest == "0004" ? "page of 0005" : "page of 0004"));
    ASSERT_TRUE(next.made) << "and goes on";
    expect_whole(again);
    if (through) break;
    ++points;
  }
  EXPECT_EQ(points, 5);
}

TEST(a_store, that_is_killed_in_a_switch_has_the_old_or_the_new_version_active) {
  std::vector<std::string> found;
  for (int point = 1; point <= 3; ++point) {
    tenon::testing::scratch_folder scratch;
    const fs::path folder = fs::path(scratch.path()) / "bundles";
    {
      version_store store(folder, {}, silent);
      ASSERT_TRUE(store.push(stage::bundle("page of 0001")).made);
      ASSERT_TRUE(store.push(stage::bundle("page of 0002")).made);
      store.switch_to("1");
    }
    (void)comes_through(folder, point, [](version_store& store) { store.switch_to("2"); });
    const version_store again(folder, {}, silent);
    found.push_back(again.now().active->name());
    expect_whole(again);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"0001", "0002", "0002"}));
}

// What is in the way is a folder here; a full disk does the same.
TEST(a_store, that_cannot_write_down_a_push_leaves_nothing_of_it_on_the_disk) {
  for (const std::string in_the_way : {"index.json.new", "0002.json.new", "incoming.zip.new"}) {
    tenon::testing::scratch_folder scratch;
    const fs::path folder = fs::path(scratch.path()) / "bundles";
    version_store store(folder, {}, silent);
    ASSERT_TRUE(store.push(stage::bundle("page of 0001")).made);
    const std::vector<std::string> before = files_in(folder);
    fs::create_directory(folder / in_the_way);
    try {
      (void)store.push(stage::bundle("page of 0002"));
      ADD_FAILURE() << in_the_way;
    } catch (const tenon::error& refused) {
      EXPECT_NE(refused.message().find("Look at the room on the disk"), std::string::npos) << refused.message();
    }
    fs::remove(folder / in_the_way);
    EXPECT_EQ(files_in(folder), before);
    EXPECT_TRUE(store.push(stage::bundle("page of 0002")).made) << "and goes on";
    expect_whole(store);
  }
}

// Of the draft, the record and the index, the last: whether it would be there after a power cut, nobody knows.
TEST(a_store, whose_disk_fails_behind_the_index_keeps_what_that_may_name) {
  tenon::testing::scratch_folder scratch;
  const fs::path folder = fs::path(scratch.path()) / "bundles";
  {
    version_store store(folder, {}, silent);
    ASSERT_TRUE(store.push(stage::bundle("page of 0001")).made);
    folders_until_failure = 2;
    EXPECT_THROW((void)store.push(stage::bundle("page of 0002")), tenon::error);
    folders_until_failure = -1;
    EXPECT_EQ(store.now().kept.size(), 1U) << "it was refused";
  }
  version_store again(folder, {}, silent);
  EXPECT_EQ(again.now().kept.size(), 2U);
  expect_whole(again);
}

// At no chosen point: whatever the program has answered is there, and whatever is there is whole.
TEST(a_store, that_is_killed_at_any_time_has_what_it_has_answered) {
  tenon::testing::scratch_folder scratch;
  const fs::path folder = fs::path(scratch.path()) / "bundles";
  {
    version_store store(folder, {.keep = 3}, silent);
  }
  for (int round = 0; round < 8; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t id = ::fork();
    if (id == 0) {
      version_store store(folder, {.keep = 3}, silent);
      for (;;) {
        const auto all = store.now().kept;
        std::string number = std::to_string(all.empty() ? 1 : std::stoi(all.front()->name()) + 1);
        number.insert(0, 4 - number.size(), '0');
        const auto made = store.push(stage::bundle("page of " + number)).made;
        store.switch_to(made->name());
        if (::write(ends[1], number.data(), 4) != 4) ::_exit(1);
      }
    }
    std::string answered(4, '0');
    for (int i = 0; i <= round % 3; ++i) ASSERT_EQ(::read(ends[0], answered.data(), 4), 4);
    ::usleep(static_cast<unsigned>(1'000 + 1'700 * round));
    ::kill(id, SIGKILL);
    ::waitpid(id, nullptr, 0);
    ::close(ends[1]);
    for (std::string more(4, '0'); ::read(ends[0], more.data(), 4) == 4;) answered = more;
    ::close(ends[0]);
    const version_store again(folder, {.keep = 3}, silent);
    ASSERT_TRUE(again.now().active);
    EXPECT_GE(again.now().active->name(), answered);
    EXPECT_GE(again.now().kept.front()->name(), again.now().active->name());
    expect_whole(again);
  }
}

TEST(a_store, clears_away_what_was_being_written_when_the_program_was_killed) {
  tenon::testing::scratch_folder scratch;
  for (const char* name : {"incoming.zip.new", "0001.json.new", "index.json.new"})
    std::ofstream(scratch.path(name)) << "half";
  const version_store store(scratch.path(), {}, silent);
  EXPECT_EQ(files_in(scratch.path()), std::vector<std::string>{"index.json"});
}

TEST(a_store, whose_versions_none_is_active_begins_with_the_newest) {
  tenon::testing::scratch_folder scratch;
  for (const char* text : {"page of 0001", "page of 0002"}) {
    version_store store(scratch.path(), {}, silent);
    ASSERT_TRUE(store.push(stage::bundle(text)).made);
  }
  version_store store(scratch.path(), {}, silent);
  EXPECT_EQ(store.now().active->name(), "0001") << "it was the newest when the program began anew";
}

TEST(a_store, keeps_the_file_of_an_old_version_as_long_as_somebody_reads_it) {
  tenon::testing::scratch_folder scratch;
  version_store store(scratch.path(), {.keep = 1}, silent);
  kept_version first = store.push(stage::bundle("page of 0001")).made;
  ASSERT_TRUE(store.push(stage::bundle("page of 0002")).made);
  EXPECT_EQ(store.now().kept.size(), 1U);
  EXPECT_EQ(first->read("app/index.html"), "page of 0001");
  const fs::path file = first->file();
  EXPECT_TRUE(fs::exists(file));
  first.reset();
  EXPECT_FALSE(fs::exists(file));
}

TEST(a_store, whose_index_is_damaged_or_gone_says_so_and_touches_nothing) {
  tenon::testing::scratch_folder scratch;
  const fs::path folder = scratch.path();
  {
    ASSERT_TRUE(version_store(folder, {}, silent).push(stage::bundle()).made);
  }
  const auto refusal = [&] {
    try {
      const version_store store(folder, {}, silent);
    } catch (const tenon::error& refused) {
      return refused.message();
    }
    return std::string();
  };
  const auto before = files_in(folder);
  std::ofstream(folder / "index.json") << "{\"active\":";
  EXPECT_TRUE(stage::has(refusal(), "index.json is damaged: ")) << refusal();
  EXPECT_EQ(files_in(folder), before);
  fs::remove(folder / "index.json");
  EXPECT_TRUE(stage::has(refusal(), "has versions and no index.json")) << refusal();
  EXPECT_TRUE(fs::exists(folder / "0001.zip"));
}

TEST(a_store, goes_on_without_a_version_whose_file_is_damaged_and_says_so) {
  tenon::testing::scratch_folder scratch;
  const fs::path folder = scratch.path();
  {
    version_store store(folder, {}, silent);
    ASSERT_TRUE(store.push(stage::bundle("page of 0001")).made);
    ASSERT_TRUE(store.push(stage::bundle("page of 0002")).made);
    store.switch_to("2");
  }
  std::ofstream(folder / "0002.zip") << "no ZIP";
  tenon::testing::recorded_log log;
  version_store store(folder, {}, tenon::log("bundles", log.sink()));
  EXPECT_FALSE(store.now().active);
  ASSERT_EQ(log.lines().size(), 1U);
  EXPECT_TRUE(log.lines().front().message.starts_with("version 0002 is left out: failed to open bundle: "));
  EXPECT_EQ(store.switch_to("1")->name(), "0001");
}

}  // namespace
