// A hook that throws, in every phase but on_start: it is logged and counted, and everybody else goes on.
#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/testing/fake_clock.hpp"

namespace {

using namespace std::chrono_literals;

// What was called, and what was logged as an error. Written by the executors' threads too.
struct record {
  std::mutex mutex;
  std::vector<std::string> called, errors;
};
record* seen = nullptr;
std::string throwing;  // "close third": that hook of that extension throws

template <class Self>
struct one_of_five {
  void on_preinit() { note("preinit"); }
  void on_init() { note("init"); }
  void on_start() { note("start"); }
  void on_ready() { note("ready"); }
  void on_open() { note("open"); }
  void on_steady_state() { note("steady_state"); }
  static constexpr std::chrono::seconds housekeeping_period{15};
  void on_housekeeping() { note("housekeeping"); }
  void on_close() { note("close"); }
  void on_unready() { note("unready"); }
  void on_stop() { note("stop"); }
  static void note(std::string_view hook) {
    const std::lock_guard lock(seen->mutex);
    const std::string line = std::string(hook).append(" ").append(Self::manifest.name);
    seen->called.push_back(line);
    if (line == throwing) throw std::runtime_error("not today");
  }
};
struct first : one_of_five<first> {
  static constexpr auto manifest = tenon::manifest{.name = "first", .version = "1.0.0"};
};
struct second : one_of_five<second> {
  static constexpr auto manifest = tenon::manifest{.name = "second", .version = "1.0.0", .needs = {{"first"}}};
};
struct third : one_of_five<third> {
  static constexpr auto manifest = tenon::manifest{.name = "third", .version = "1.0.0", .needs = {{"second"}}};
};
struct fourth : one_of_five<fourth> {
  static constexpr auto manifest = tenon::manifest{.name = "fourth", .version = "1.0.0", .needs = {{"third"}}};
};
struct fifth : one_of_five<fifth> {
  static constexpr auto manifest = tenon::manifest{.name = "fifth", .version = "1.0.0", .needs = {{"fourth"}}};
};
using five = tenon::app<first, second, third, fourth, fifth>;

// Housekeeping has no order: each has an executor of its own.
std::vector<std::string> without_housekeeping(std::vector<std::string> called) {
  std::erase_if(called, [](const std::string& line) { return line.starts_with("housekeeping"); });
  return called;
}

// A whole life in which the hook named throws; empty: none does.
struct life {
  explicit life(std::string_view hook) {
    seen = &heard;
    throwing = std::string(hook);
    tenon::testing::fake_clock time;
    five app({.log_sink = {&heard,
                           [](void* to, const tenon::log_entry& entry) noexcept {
                             if (entry.level != tenon::log_level::error) return;
                             const std::lock_guard lock(static_cast<record*>(to)->mutex);
                             static_cast<record*>(to)->errors.push_back(
                                 std::string(entry.extension).append(": ").append(entry.message));
                           }},
              .clock = &time});
    started = app.start();
    app.settle();
    time.advance(10s);
    app.settle();
    time.advance(5s);
    app.settle();
    app.stop();
    for (std::size_t i = 0; i < five::extensions().size(); ++i) {
      failures.push_back(app.status_of(i).failures);
      stopped = stopped && app.status_of(i).status == tenon::extension_status::stopped;
    }
  }
  record heard;
  bool started = false;
  bool stopped = true;
  std::vector<unsigned long> failures{};
};

TEST(a_hook_that_throws, in_the_third_of_five_is_logged_and_counted_and_nothing_else_changes) {
  const life undisturbed("");
  ASSERT_TRUE(undisturbed.started);
  EXPECT_EQ(undisturbed.heard.errors, std::vector<std::string>());
  EXPECT_EQ(undisturbed.heard.called.size(), 50U);
  for (const std::string hook :
       {"preinit", "init", "ready", "steady_state", "housekeeping", "close", "unready", "stop"}) {
    const life disturbed(hook + " third");
    EXPECT_TRUE(disturbed.started) << hook;
    EXPECT_TRUE(disturbed.stopped) << hook;
    EXPECT_EQ(disturbed.heard.called.size(), 50U) << hook;
    EXPECT_EQ(without_housekeeping(disturbed.heard.called), without_housekeeping(undisturbed.heard.called)) << hook;
    EXPECT_EQ(disturbed.failures, (std::vector<unsigned long>{0, 0, 1, 0, 0})) << hook;
    EXPECT_EQ(disturbed.heard.errors, (std::vector<std::string>{"third: on_" + hook + " failed: not today"}));
  }
}

// Who is not there cannot be gone on with: a door that does not open ends the start, and what was opened is closed.
TEST(a_hook_that_throws, when_the_third_of_five_opens_its_door_ends_the_start_and_is_taken_back_by_all) {
  const life disturbed("open third");
  EXPECT_FALSE(disturbed.started);
  EXPECT_TRUE(disturbed.stopped);
  EXPECT_EQ(disturbed.failures, (std::vector<unsigned long>{0, 0, 1, 0, 0}));
  ASSERT_EQ(disturbed.heard.errors, (std::vector<std::string>{"third: on_open failed: not today"}));
  const std::vector<std::string>& called = disturbed.heard.called;
  const std::vector<std::string> wanted{"open first",     "open second",   "open third",     "close second",
                                        "close first",    "unready fifth", "unready fourth", "unready third",
                                        "unready second", "unready first", "stop fifth",     "stop fourth",
                                        "stop third",     "stop second",   "stop first"};
  ASSERT_GE(called.size(), wanted.size());
  EXPECT_EQ(std::vector<std::string>(called.end() - static_cast<std::ptrdiff_t>(wanted.size()), called.end()), wanted);
}

}  // namespace
