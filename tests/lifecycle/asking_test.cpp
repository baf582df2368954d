// What extensions ask each other, and how they wait for the answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "worker.hpp"

namespace {

using namespace std::chrono_literals;
using namespace tenon::literals;

std::string message_of_failure(const auto& f) {
  try {
    f();
  } catch (const std::exception& problem) {
    return problem.what();
  }
  return "nothing was thrown";
}

struct store {
  static constexpr auto manifest = tenon::manifest{.name = "store", .version = "1.0.0"};
  using exports = store;
  store& exported() { return *this; }
  int take() {
    busy.enter();
    thread = std::this_thread::get_id();
    return ++taken;
  }
  alone busy;
  int taken = 0;
  std::thread::id thread;
};

struct buyer {
  static constexpr auto manifest = tenon::manifest{.name = "buyer", .version = "1.0.0", .needs = {{"store"}}};
  using routes = tenon::routes<tenon::get<"/buy">>;

  void on_start(auto& ctx) {
    first = ctx.wait(ctx.ask("store"_ext, [](auto& it) { return it.take(); }));
    ctx.wait(ctx.ask("store"_ext, [this] { nothing_wanted = true; }));
    refused = message_of_failure([&] {
      ctx.wait(
          ctx.ask("store"_ext, [](auto&) -> int { throw tenon::error(tenon::error_type::not_found, "sold out"); }));
    });
    ask = [ctx] { return ctx.ask("store"_ext, [](auto& it) { return it.take(); }); };
    wait = [ctx](tenon::task<int> what) { return ctx.wait(std::move(what)); };
    post = [ctx](std::function<void()> f) { ctx.post(std::move(f)); };
  }
  tenon::task<tenon::response> handle(tenon::get<"/buy">, const tenon::request&, auto& ctx) {
    const int number = co_await ctx.ask("store"_ext, [](auto& it) { return it.take(); });
    co_return tenon::response::text(std::to_string(number));
  }
  int first = 0;
  bool nothing_wanted = false;
  std::string refused;
  std::function<tenon::task<int>()> ask;
  std::function<int(tenon::task<int>)> wait;
  std::function<void(std::function<void()>)> post;
};

TEST(asking, runs_on_the_executor_of_the_other_one_and_gives_what_that_returns_or_throws) {
  tenon::app<buyer, store> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(app.part<buyer>().first, 1);
  EXPECT_TRUE(app.part<buyer>().nothing_wanted);
  EXPECT_EQ(app.part<buyer>().refused, "sold out");
  EXPECT_NE(app.part<store>().thread, std::this_thread::get_id());
  EXPECT_EQ(app.status_of(0).failures, 0U) << "who asked has to deal with it";
}

TEST(asking, begins_whether_anybody_waits_or_not) {
  tenon::app<buyer, store> app;
  ASSERT_TRUE(app.start());
  {
    const auto forgotten = app.part<buyer>().ask();
  }
  app.settle();
  EXPECT_EQ(app.part<store>().taken, 2);
}

TEST(asking, from_many_threads_overlaps_with_nothing_there) {
  tenon::app<buyer, store> app;
  ASSERT_TRUE(app.start());
  std::mutex mutex;
  std::vector<int> answers;
  {
    std::vector<std::jthread> others;
    for (int i = 0; i < 4; ++i)
      others.emplace_back([&] {
        for (int n = 0; n < 200; ++n) {
          const int got = app.part<buyer>().wait(app.part<buyer>().ask());
          const std::lock_guard lock(mutex);
          answers.push_back(got);
        }
      });
  }
  app.stop();
  std::ranges::sort(answers);
  EXPECT_TRUE(std::ranges::adjacent_find(answers) == answers.end());
  EXPECT_EQ(answers.size(), 800U);
  EXPECT_EQ(app.part<store>().busy.overlaps, 0);
}

TEST(asking, is_awaited_by_a_handler_that_is_a_coroutine) {
  tenon::app<buyer, store> app;
  ASSERT_TRUE(app.start());
  struct loop_of_test final : tenon::event_loop {
    void post(tenon::job work) override { jobs.push_back(work); }
    void post_after(std::chrono::milliseconds, tenon::job work) override { jobs.push_back(work); }
    void offload(tenon::job work) override { work.run(work.data); }
    std::vector<tenon::job> jobs;
  } loop;
  tenon::exchange one;
  one.request.path = "/buy";
  one.request.loop = &loop;
  static bool completed;
  completed = false;
  one.complete = [](tenon::exchange&) { completed = true; };
  const tenon::door door = app.door();
  const bool at_once = door.handle(door.app, one);
  app.settle();
  if (!at_once)
    for (const tenon::job& job : loop.jobs) job.run(job.data);
  EXPECT_TRUE(at_once || completed);
  EXPECT_EQ(one.response.body.view(), "2");
}

TEST(waiting, is_done_for_a_coroutine_that_waits_several_times) {
  tenon::app<buyer, store> app;
  ASSERT_TRUE(app.start());
  const auto twice = [](buyer& self) -> tenon::task<int> {
    const int first = co_await self.ask();
    co_return first * 10 + co_await self.ask();
  };
  EXPECT_EQ(app.part<buyer>().wait(twice(app.part<buyer>())), 23);
  app.part<buyer>().post([&] { EXPECT_EQ(app.part<buyer>().wait(twice(app.part<buyer>())), 45); });
  app.settle();
  EXPECT_EQ(app.part<store>().taken, 5);
}

// Three that ask each other in a circle, through what they export: functions that act for another extension.
struct far_end {
  static constexpr auto manifest = tenon::manifest{.name = "far_end", .version = "1.0.0"};
  using exports = far_end;
  far_end& exported() { return *this; }
  std::function<int()> reach_back;
};
struct near_end {
  static constexpr auto manifest = tenon::manifest{.name = "near_end", .version = "1.0.0", .needs = {{"far_end"}}};
  using exports = near_end;
  near_end& exported() { return *this; }
  void on_start(auto& ctx) {
    own = message_of_failure([&] {
      ctx.wait(ctx.ask("far_end"_ext, [ctx] { return ctx.wait(ctx.ask("far_end"_ext, [] { return 1; })); }));
    });
    reach_far = [ctx] { return ctx.wait(ctx.ask("far_end"_ext, [](auto& far) { return far.reach_back(); })); };
  }
  std::string own;
  std::function<int()> reach_far;
};
struct starter {
  static constexpr auto manifest =
      tenon::manifest{.name = "starter", .version = "1.0.0", .needs = {{"near_end"}, {"far_end"}}};
  void on_ready(auto& ctx) {
    ctx.wait(ctx.ask("far_end"_ext, [ctx](auto& far) {
      far.reach_back = [ctx] { return ctx.wait(ctx.ask("near_end"_ext, [] { return 7; })); };
    }));
    circle =
        message_of_failure([&] { ctx.wait(ctx.ask("near_end"_ext, [](auto& near) { return near.reach_far(); })); });
  }
  std::string circle;
};

TEST(waiting, for_oneself_or_in_a_circle_throws_at_once_and_says_who_waits_for_whom) {
  tenon::app<starter, near_end, far_end> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(
      app.part<near_end>().own,
      "far_end waits on its own executor for what can only run there afterwards. Call it directly, it is the same "
      "thread.");
  // Whichever of the two waits last closes the circle.
  const auto closed_by = [](std::string first, std::string second) {
    return "these wait for each other in a circle: " + first + " -> " + second + " -> " + first +
           ". Let one of them go on without the answer.";
  };
  const std::string said = app.part<starter>().circle;
  EXPECT_TRUE(said == closed_by("far_end", "near_end") || said == closed_by("near_end", "far_end")) << said;
}

// Hooks before on_start are refused by the compiler; a listener may hear so early.
struct waking {
  static constexpr std::string_view name = "waking";
};
struct too_early {
  static constexpr auto manifest = tenon::manifest{.name = "too_early", .version = "1.0.0", .needs = {{"store"}}};
  using emits = tenon::events<waking>;
  void on_init(auto& ctx) { ctx.emit(waking()); }
  void on(const waking&, auto& ctx) {
    said = message_of_failure([&] { ctx.wait(ctx.ask("store"_ext, [] { return 1; })); });
  }
  std::string said;
};

TEST(waiting, for_one_that_has_not_started_throws_at_once) {
  tenon::app<too_early, store> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(app.part<too_early>().said,
            "too_early waits for store, which has not started yet. Ask for it in on_start or later.");
}

TEST(asking, one_that_has_stopped_gives_an_error_and_not_silence) {
  tenon::app<buyer, store> app;
  ASSERT_TRUE(app.start());
  app.stop();
  EXPECT_EQ(message_of_failure([&] { app.part<buyer>().wait(app.part<buyer>().ask()); }),
            "store does not run, so it answers nothing.");
}

TEST(pool, goes_on_when_all_of_its_threads_wait) {
  tenon::app<buyer, store, worker, other_worker> app;
  ASSERT_TRUE(app.start());
  app.part<worker>().post([&] { app.part<buyer>().wait(app.part<buyer>().ask()); });
  app.part<other_worker>().post([&] { app.part<buyer>().wait(app.part<buyer>().ask()); });
  app.part<buyer>().post([&] { app.part<buyer>().wait(app.part<buyer>().ask()); });
  app.settle();
  EXPECT_EQ(app.part<store>().taken, 4);
}

}  // namespace
