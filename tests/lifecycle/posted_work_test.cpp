// What extensions post: in which order it is done, beside what, and until when.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <future>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "../../examples/visits/visits.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_clock.hpp"
#include "worker.hpp"

namespace {

using namespace std::chrono_literals;

std::size_t thread_count() {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/task"), {}));
}
// A thread that has been joined may be listed for a moment more, and a sanitizer has one of its own: waits until the
// number is at most that, where it can.
std::size_t thread_count_of_at_most(std::size_t most) {
  for (int i = 0; i < 1000 && thread_count() > most; ++i) std::this_thread::sleep_for(1ms);
  return thread_count();
}
std::size_t thread_count_at_rest() {
  std::thread([] {}).join();  // a sanitizer makes its own thread with the first one
  std::this_thread::sleep_for(20ms);
  return thread_count();
}

struct idle {
  static constexpr auto manifest = tenon::manifest{.name = "idle", .version = "1.0.0"};
  void on_start() {}
  void on_ready() {}
  void on_unready() {}
};

TEST(app, in_which_nobody_needs_an_executor_starts_no_thread) {
  const std::size_t before = thread_count_at_rest();
  tenon::app<idle> app;
  ASSERT_TRUE(app.start());
  EXPECT_LE(thread_count(), before);
  app.settle();
  app.stop();
  EXPECT_LE(thread_count(), before);
}

struct poster {
  static constexpr auto manifest = tenon::manifest{.name = "poster", .version = "1.0.0"};
  void on_preinit(auto& ctx) {
    ctx.post([this] { lines += "posted in on_preinit, "; });
  }
  void on_start(auto& ctx) {
    ctx.post([this](auto& self) { lines += std::string(self.name()) + (self.is_running() ? " runs, " : " rests, "); });
    std::this_thread::sleep_for(2ms);
    lines += "on_start, ";
  }
  void on_unready(auto& ctx) {
    lines += "on_unready, ";
    ctx.post([this] { lines += "posted in on_unready, "; });
  }
  void on_stop(auto& ctx) {
    lines += "on_stop";
    EXPECT_TRUE(ctx.post([this] { lines += ", never"; }));
  }
  std::string lines;
};

TEST(posted_work, waits_for_on_start_and_is_done_before_the_hook_that_comes_after_it) {
  tenon::app<poster> app;
  ASSERT_TRUE(app.start());
  app.stop();
  EXPECT_EQ(app.part<poster>().lines,
            "on_start, posted in on_preinit, poster runs, on_unready, posted in on_unready, on_stop");
}

TEST(executor, of_an_extension_does_one_thing_at_a_time_whoever_it_comes_from) {
  tenon::app<worker> app({.steady_state_delay = 0s});
  ASSERT_TRUE(app.start());
  worker& it = app.part<worker>();
  std::atomic<int> done{0};
  {
    std::vector<std::jthread> others;
    for (int i = 0; i < 4; ++i)
      others.emplace_back([&] {
        for (int n = 0; n < 500; ++n)
          it.post([&] {
            it.busy.enter();
            ++done;
          });
      });
  }
  std::this_thread::sleep_for(5ms);
  app.stop();
  EXPECT_EQ(done, 2000);
  EXPECT_EQ(it.busy.overlaps, 0);
  EXPECT_GT(it.busy.entered, 2000 + 4) << "hooks and housekeeping too";
}

TEST(executor, keeps_the_order_in_which_work_came_in) {
  tenon::app<worker> app;
  ASSERT_TRUE(app.start());
  std::vector<int> order;
  for (int i = 0; i < 100; ++i) app.part<worker>().post([&order, i] { order.push_back(i); });
  app.stop();
  ASSERT_EQ(order.size(), 100U);
  EXPECT_TRUE(std::ranges::is_sorted(order));
}

TEST(executors, of_two_extensions_work_at_the_same_time) {
  tenon::app<worker, other_worker> app;
  ASSERT_TRUE(app.start());
  std::promise<void> first, second;
  app.part<worker>().post([&] {
    first.set_value();
    EXPECT_EQ(second.get_future().wait_for(10s), std::future_status::ready);
  });
  app.part<other_worker>().post([&] {
    EXPECT_EQ(first.get_future().wait_for(10s), std::future_status::ready);
    second.set_value();
  });
  app.stop();
}

TEST(posted_work, that_throws_is_counted_and_does_not_stop_what_comes_after_it) {
  tenon::app<worker> app;
  ASSERT_TRUE(app.start());
  bool after = false;
  app.part<worker>().post([] { throw std::runtime_error("out of paper"); });
  app.part<worker>().post([&] { after = true; });
  app.stop();
  EXPECT_TRUE(after);
  EXPECT_EQ(app.status_of(0).failures, 1U);
}

TEST(posted_work, is_refused_and_let_go_of_when_the_extension_has_stopped) {
  tenon::app<other_worker> app;
  ASSERT_TRUE(app.start());
  app.stop();
  auto held = std::make_shared<int>(7);
  EXPECT_FALSE(app.part<other_worker>().post([held] { FAIL(); }));
  EXPECT_EQ(held.use_count(), 1);
}

TEST(app, has_no_thread_of_its_own_left_when_it_has_stopped_and_nothing_runs_any_more) {
  const std::size_t before = thread_count_at_rest();
  std::atomic<int> runs{0};
  tenon::app<worker, other_worker> app;
  ASSERT_TRUE(app.start());
  // Posts itself again and again: whatever is in the queue at the end must not run.
  std::function<void()> again = [&] {
    ++runs;
    app.part<other_worker>().post(again);
  };
  app.part<other_worker>().post(again);
  while (runs < 10) std::this_thread::yield();
  EXPECT_GT(thread_count(), before);
  app.stop();
  EXPECT_LE(thread_count_of_at_most(before), before);
  const int at_the_end = runs;
  std::this_thread::sleep_for(5ms);
  EXPECT_EQ(runs, at_the_end);
}

TEST(delayed_work, is_done_when_its_time_has_come_and_in_that_order) {
  tenon::testing::fake_clock time;
  tenon::app<other_worker> app({.clock = &time});
  ASSERT_TRUE(app.start());
  std::vector<int> done;
  for (int seconds : {3, 1, 2, 90})
    app.part<other_worker>().post_after(std::chrono::seconds(seconds), [&done, seconds] { done.push_back(seconds); });
  time.advance(999ms);
  app.settle();
  EXPECT_TRUE(done.empty());
  time.advance(1ms);
  app.settle();
  EXPECT_EQ(done, std::vector<int>{1});
  time.advance(10s);
  app.settle();
  EXPECT_EQ(done, (std::vector<int>{1, 2, 3}));
  app.stop();
  time.advance(100s);
  app.settle();
  EXPECT_EQ(done.size(), 3U) << "what is not due when the app stops is dropped";
}

TEST(delayed_work, comes_by_the_machines_clock_where_there_is_no_other) {
  tenon::app<other_worker> app;
  ASSERT_TRUE(app.start());
  std::promise<void> done;
  const auto begin = std::chrono::steady_clock::now();
  app.part<other_worker>().post_after(20ms, [&] { done.set_value(); });
  ASSERT_EQ(done.get_future().wait_for(10s), std::future_status::ready);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 20ms);
}

TEST(delayed_work, that_comes_when_the_app_has_ended_makes_no_thread_and_is_let_go_of) {
  const std::size_t before = thread_count_at_rest();
  tenon::app<worker, other_worker> used;
  tenon::app<other_worker> unused;  // nobody has needed an executor of it
  ASSERT_TRUE(used.start());
  used.part<worker>().post([] {});
  used.stop();
  ASSERT_TRUE(unused.start());
  unused.stop();
  ASSERT_LE(thread_count_of_at_most(before), before);
  auto held = std::make_shared<int>(7);
  used.part<worker>().post_after(0s, [held] { FAIL(); });
  unused.part<other_worker>().post_after(0s, [held] { FAIL(); });
  EXPECT_LE(thread_count(), before);
  EXPECT_EQ(held.use_count(), 1);
  std::this_thread::sleep_for(5ms);
  EXPECT_LE(thread_count(), before);
}

struct late_poster {
  static constexpr auto manifest = tenon::manifest{.name = "late_poster", .version = "1.0.0"};
  void on_stop(auto& ctx) {
    stray = std::jthread([ctx] {
      std::this_thread::sleep_for(5ms);
      EXPECT_FALSE(ctx.post([] { FAIL(); }));
    });
  }
  std::jthread stray;  // joined by the destructor
};

TEST(posted_work, may_come_from_a_thread_that_only_the_destructor_joins) {
  tenon::app<late_poster> app;
  ASSERT_TRUE(app.start());
}

TEST(visits, are_counted_on_the_executor_whoever_comes) {
  tenon::testing::fake_clock time;
  struct lines {
    static void keep(void* data, const tenon::log_entry& entry) noexcept {
      if (entry.extension == "visits") static_cast<std::vector<std::string>*>(data)->emplace_back(entry.message);
    }
  };
  std::vector<std::string> log;
  tenon::app<visits> app({.log_sink = {&log, &lines::keep}, .clock = &time});
  ASSERT_TRUE(app.start());
  {
    std::vector<std::jthread> guests;
    for (int i = 0; i < 4; ++i)
      guests.emplace_back([&] {
        for (int n = 0; n < 50; ++n) {
          tenon::exchange one;
          one.request.path = "/visit";
          const tenon::door door = app.door();
          EXPECT_TRUE(door.handle(door.app, one));
        }
      });
  }
  app.settle();
  EXPECT_EQ(app.part<visits>().count, 200);
  time.advance(1min);
  app.settle();
  EXPECT_EQ(log.back(), "200 visits");
}

}  // namespace
