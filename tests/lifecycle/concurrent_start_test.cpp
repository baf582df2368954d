// Extensions whose manifest says `.concurrent_start = true`, and what stays as it is for them and for the others.
#include "tenon/lifecycle/concurrent_start.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <future>
#include <iterator>
#include <latch>
#include <map>
#include <mutex>
#include <new>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/executor/pool.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/harness.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

using namespace std::chrono_literals;
using namespace tenon::literals;

// Gives up after a while, so that a test fails where it would hang.
bool comes_true(const auto& condition) {
  for (int i = 0; i < 10'000 && !condition(); ++i) std::this_thread::sleep_for(1ms);
  return condition();
}
bool meets(std::latch& others) {
  others.count_down();
  return comes_true([&] { return others.try_wait(); });
}

// What happened, from whichever thread, and what the on_start of each extension does beside being written down.
struct stage {
  void add(std::string_view what, std::string_view who) {
    const std::lock_guard lock(mutex);
    if (what == "start") threads[std::string(who)] = std::this_thread::get_id();
    if (what != "start" && what != "started") off_main += std::this_thread::get_id() != main;
    lines.push_back(std::string(what).append(" ").append(who));
  }
  std::string taken(std::string_view kind = {}) {
    const std::lock_guard lock(mutex);
    std::string out;
    for (const std::string& line : lines)
      if (line.starts_with(kind)) out.append(out.empty() ? "" : ", ").append(line);
    return out;
  }
  std::ptrdiff_t place_of(std::string_view line) {
    const std::lock_guard lock(mutex);
    return std::ranges::find(lines, line) - lines.begin();
  }
  std::mutex mutex;
  std::vector<std::string> lines;
  std::map<std::string, std::thread::id> threads;
  std::map<std::string, std::function<void()>, std::less<>> does;
  std::thread::id main = std::this_thread::get_id();
  int off_main = 0;  // hooks other than on_start that came on another thread
};
stage* on = nullptr;

template <class Self>
struct traced {
  void on_preinit() { on->add("preinit", Self::manifest.name); }
  void on_init() { on->add("init", Self::manifest.name); }
  void on_start(auto& ctx) {
    on->add("start", Self::manifest.name);
    EXPECT_TRUE(ctx.is_running());
    if (const auto it = on->does.find(Self::manifest.name); it != on->does.end()) it->second();
    on->add("started", Self::manifest.name);
  }
  void on_ready() { on->add("ready", Self::manifest.name); }
  void on_unready() { on->add("unready", Self::manifest.name); }
  void on_stop() { on->add("stop", Self::manifest.name); }
};

struct a : traced<a> {
  static constexpr auto manifest = tenon::manifest{.name = "a", .version = "1.0.0", .concurrent_start = true};
};
struct b : traced<b> {
  static constexpr auto manifest = tenon::manifest{.name = "b", .version = "1.0.0", .concurrent_start = true};
};
struct plain_c : traced<plain_c> {
  static constexpr auto manifest = tenon::manifest{.name = "plain_c", .version = "1.0.0"};
};
struct plain_d : traced<plain_d> {
  static constexpr auto manifest = tenon::manifest{.name = "plain_d", .version = "1.0.0"};
};
struct above : traced<above> {
  static constexpr auto manifest = tenon::manifest{.name = "above", .version = "1.0.0", .needs = {{"a"}}};
};
struct above_beside : traced<above_beside> {
  static constexpr auto manifest =
      tenon::manifest{.name = "above_beside", .version = "1.0.0", .needs = {{"b"}}, .concurrent_start = true};
};
struct vital : traced<vital> {
  static constexpr auto manifest =
      tenon::manifest{.name = "vital", .version = "1.0.0", .essential = true, .concurrent_start = true};
};
struct plain_vital : traced<plain_vital> {
  static constexpr auto manifest =
      tenon::manifest{.name = "plain_vital", .version = "1.0.0", .priority = 1, .essential = true};
};
struct core_a : traced<core_a> {
  static constexpr auto manifest =
      tenon::manifest{.name = "core_a", .version = "1.0.0", .core = true, .concurrent_start = true};
};
struct core_b : traced<core_b> {
  static constexpr auto manifest =
      tenon::manifest{.name = "core_b", .version = "1.0.0", .core = true, .concurrent_start = true};
};

class concurrent_start : public testing::Test {
 protected:
  void SetUp() override { on = &stage_; }
  template <class App>
  static const tenon::status_record& record(const App& app, std::string_view name) {
    for (std::size_t i = 0; i < App::extensions().size(); ++i)
      if (App::extensions()[i].manifest.name == name) return app.status_of(i);
    throw std::logic_error("no such extension");
  }
  template <class App>
  static tenon::extension_status status(const App& app, std::string_view name) {
    return record(app, name).status;
  }
  int times_logged(std::string_view who, std::string_view part) {
    int times = 0;
    for (const auto& line : log_.lines())
      times += line.extension == who && line.message.find(part) != std::string::npos;
    return times;
  }
  tenon::environment environment() { return {.log_sink = log_.sink()}; }
  stage stage_;
  tenon::testing::recorded_log log_;
};

TEST_F(concurrent_start, of_two_of_one_level_runs_at_the_same_time_on_threads_of_the_executors) {
  std::latch both(2);
  stage_.does["a"] = [&] { EXPECT_TRUE(meets(both)); };
  stage_.does["b"] = [&] { EXPECT_TRUE(meets(both)); };
  tenon::app<a, b> app(environment());
  ASSERT_TRUE(app.start());
  const std::set<std::thread::id> threads{stage_.threads["a"], stage_.threads["b"], stage_.main};
  EXPECT_EQ(threads.size(), 3U);
  EXPECT_EQ(times_logged("a", "1.0.0 started in "), 1);
  EXPECT_EQ(times_logged("b", "1.0.0 started in "), 1);
}

TEST_F(concurrent_start, runs_beside_those_that_do_not_ask_for_it) {
  std::latch both(2);
  stage_.does["a"] = [&] { EXPECT_TRUE(meets(both)); };
  stage_.does["plain_d"] = [&] { EXPECT_TRUE(meets(both)); };
  tenon::app<plain_d, plain_c, a> app;
  ASSERT_TRUE(app.start());
  EXPECT_NE(stage_.threads["a"], stage_.main);
  EXPECT_EQ(stage_.threads["plain_d"], stage_.main);
  EXPECT_EQ(stage_.threads["plain_c"], stage_.main);
  EXPECT_LT(stage_.place_of("started plain_c"), stage_.place_of("start plain_d")) << "they start one after the other";
}

TEST_F(concurrent_start, is_nothing_that_an_extension_gets_without_asking) {
  tenon::app<plain_d, plain_c> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(stage_.threads["plain_c"], stage_.main);
  EXPECT_EQ(stage_.threads["plain_d"], stage_.main);
  EXPECT_LT(stage_.place_of("started plain_c"), stage_.place_of("start plain_d"));
}

TEST_F(concurrent_start, is_over_for_a_whole_level_before_the_next_one_begins) {
  using app_type = tenon::app<a, b, plain_c, above, above_beside>;
  const app_type* there = nullptr;
  stage_.does["a"] = [] { std::this_thread::sleep_for(20ms); };
  stage_.does["b"] = [] { std::this_thread::sleep_for(5ms); };
  const auto sees_all = [&] {
    for (std::string_view one : {"a", "b", "plain_c"}) EXPECT_EQ(status(*there, one), tenon::extension_status::ok);
  };
  stage_.does["above"] = stage_.does["above_beside"] = sees_all;
  app_type app;
  there = &app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(status(app, "above"), tenon::extension_status::ok);
  EXPECT_EQ(status(app, "above_beside"), tenon::extension_status::ok);
}

TEST_F(concurrent_start, leaves_every_other_hook_to_one_thread_in_start_order_and_back_in_exact_reverse) {
  std::atomic<bool> b_is_through{false};
  stage_.does["a"] = [&] { EXPECT_TRUE(comes_true([&] { return b_is_through.load(); })); };
  stage_.does["b"] = [&] { b_is_through = true; };
  tenon::app<b, plain_c, a> app;
  ASSERT_TRUE(app.start());
  app.stop();
  EXPECT_EQ(stage_.taken("preinit"), "preinit a, preinit b, preinit plain_c");
  EXPECT_EQ(stage_.taken("init"), "init a, init b, init plain_c");
  EXPECT_EQ(stage_.taken("ready"), "ready a, ready b, ready plain_c");
  EXPECT_EQ(stage_.taken("unready"), "unready plain_c, unready b, unready a");
  EXPECT_EQ(stage_.taken("stop"), "stop plain_c, stop b, stop a");
  EXPECT_LT(stage_.place_of("init plain_c"), stage_.place_of("start a"));
  EXPECT_LT(stage_.place_of("start plain_c"), stage_.place_of("ready a"));
  EXPECT_EQ(stage_.off_main, 0);
}

TEST_F(concurrent_start, is_in_the_status_starting_while_it_runs) {
  tenon::app<a, plain_c> app;
  std::promise<void> seen;
  stage_.does["a"] = [&] { EXPECT_EQ(seen.get_future().wait_for(10s), std::future_status::ready); };
  stage_.does["plain_c"] = [&] {
    EXPECT_TRUE(comes_true([&] { return status(app, "a") == tenon::extension_status::starting; }));
    EXPECT_EQ(status(app, "plain_c"), tenon::extension_status::starting);
    seen.set_value();
  };
  ASSERT_TRUE(app.start());
  EXPECT_EQ(status(app, "a"), tenon::extension_status::ok);
  EXPECT_EQ(record(app, "a").starts, 1U);
}

TEST_F(concurrent_start, that_throws_is_a_fault_which_holds_who_needs_it_and_nobody_else) {
  std::latch both(2);
  stage_.does["a"] = [&] {
    EXPECT_TRUE(meets(both));
    throw std::runtime_error("the disk is gone");
  };
  stage_.does["b"] = [&] { EXPECT_TRUE(meets(both)); };
  tenon::app<a, b, above, above_beside> app(environment());
  EXPECT_TRUE(app.start());
  EXPECT_EQ(status(app, "a"), tenon::extension_status::fault);
  EXPECT_EQ(record(app, "a").message, "the disk is gone");
  EXPECT_GT(record(app, "a").since, std::chrono::system_clock::now() - 1min);
  EXPECT_EQ(status(app, "above"), tenon::extension_status::held);
  EXPECT_EQ(record(app, "above").message, "held, because it needs a, which is in fault");
  EXPECT_EQ(status(app, "above_beside"), tenon::extension_status::ok);
  EXPECT_EQ(times_logged("a", "did not start: the disk is gone"), 1);
  app.stop();
  EXPECT_EQ(stage_.taken("stop"), "stop above_beside, stop b");
}

TEST_F(concurrent_start, of_one_that_is_held_does_not_come) {
  stage_.does["b"] = [] { throw std::runtime_error("the disk is gone"); };
  tenon::app<a, b, above_beside> app(environment());
  EXPECT_TRUE(app.start());
  EXPECT_EQ(status(app, "above_beside"), tenon::extension_status::held);
  EXPECT_EQ(stage_.taken("start above_beside"), "");
  EXPECT_EQ(times_logged("above_beside", "held, because it needs b"), 1);
}

TEST_F(concurrent_start, of_an_essential_one_that_throws_ends_the_start_when_those_beside_it_are_through) {
  tenon::app<vital, a, plain_c, above> app(environment());
  std::latch all(3);
  const auto outlasts_it = [&] {
    EXPECT_TRUE(meets(all));
    EXPECT_TRUE(comes_true([&] { return status(app, "vital") == tenon::extension_status::fault; }));
    std::this_thread::sleep_for(5ms);
  };
  stage_.does["a"] = stage_.does["plain_c"] = outlasts_it;
  stage_.does["vital"] = [&] {
    EXPECT_TRUE(meets(all));
    throw std::runtime_error("no heart");
  };
  EXPECT_FALSE(app.start());
  EXPECT_FALSE(app.ready());
  EXPECT_EQ(status(app, "vital"), tenon::extension_status::fault);
  EXPECT_EQ(status(app, "a"), tenon::extension_status::stopped);
  EXPECT_EQ(times_logged("vital", "the program cannot do without it, so the start ends here"), 1);
  EXPECT_EQ(stage_.taken("start above"), "") << "no further level";
  EXPECT_EQ(stage_.taken("ready"), "");
  EXPECT_EQ(stage_.taken("unready"), "unready plain_c, unready a");
  EXPECT_EQ(stage_.taken("stop"), "stop plain_c, stop a");
  EXPECT_LT(stage_.place_of("started a"), stage_.place_of("unready plain_c"));
}

TEST_F(concurrent_start, is_waited_for_where_one_beside_it_that_does_not_ask_for_it_ends_the_start) {
  tenon::app<a, plain_vital, above> app(environment());
  std::latch both(2);
  stage_.does["a"] = [&] {
    EXPECT_TRUE(meets(both));
    EXPECT_TRUE(comes_true([&] { return status(app, "plain_vital") == tenon::extension_status::fault; }));
    std::this_thread::sleep_for(5ms);
  };
  stage_.does["plain_vital"] = [&] {
    EXPECT_TRUE(meets(both));
    throw std::runtime_error("no heart");
  };
  EXPECT_FALSE(app.start());
  EXPECT_EQ(stage_.taken("start above"), "");
  EXPECT_EQ(stage_.taken("stop"), "stop a");
  EXPECT_LT(stage_.place_of("started a"), stage_.place_of("unready a"));
}

TEST_F(concurrent_start, of_core_extensions_is_over_before_the_first_hook_of_any_other) {
  std::latch both(2);
  stage_.does["core_a"] = [&] { EXPECT_TRUE(meets(both)); };
  stage_.does["core_b"] = [&] {
    EXPECT_TRUE(meets(both));
    std::this_thread::sleep_for(5ms);
  };
  tenon::app<a, core_b, core_a> app;
  ASSERT_TRUE(app.start());
  EXPECT_LT(stage_.place_of("started core_b"), stage_.place_of("preinit a"));
}

struct busy_poster {
  static constexpr auto manifest = tenon::manifest{.name = "busy_poster", .version = "1.0.0", .concurrent_start = true};
  void on_start(auto& ctx) {
    ctx.post([this] { lines += ", posted"; });
    ctx.post([] { throw std::runtime_error("out of paper"); });
    std::this_thread::sleep_for(2ms);
    lines += "on_start";
  }
  std::string lines;
};

TEST_F(concurrent_start, has_what_it_posts_done_afterwards_and_what_that_throws_counted) {
  tenon::app<busy_poster, a> app;
  ASSERT_TRUE(app.start());
  app.settle();
  EXPECT_EQ(app.part<busy_poster>().lines, "on_start, posted");
  EXPECT_EQ(record(app, "busy_poster").failures, 1U);
}

// More of them than there are threads, and each waits for one below: by a task, and by what the pool knows nothing of.
struct ground {
  static constexpr auto manifest = tenon::manifest{.name = "ground", .version = "1.0.0"};
  using exports = ground;
  ground& exported() { return *this; }
  void on_start(auto& ctx) {
    number = [this, ctx] {
      std::promise<int> answer;
      ctx.post([&] { answer.set_value(++asked); });
      std::future<int> there = answer.get_future();
      EXPECT_EQ(there.wait_for(10s), std::future_status::ready);
      return there.get();
    };
  }
  std::function<int()> number;
  int asked = 0;
};
std::atomic<int> at_once{0}, most{0};
template <class Self>
struct asks_ground {
  void on_start(auto& ctx) {
    const int now = ++at_once;
    for (int before = most; before < now && !most.compare_exchange_weak(before, now);) {
    }
    std::this_thread::sleep_for(2ms);
    asked = ctx.wait(ctx.ask("ground"_ext, [](auto& it) { return ++it.asked; }));
    by_itself = ctx.import("ground"_ext).number();
    try {
      ctx.wait(ctx.ask("ground"_ext, []() -> int { throw std::runtime_error("not today"); }));
    } catch (const std::exception& problem) {
      said = problem.what();
    }
    --at_once;
  }
  int asked = 0, by_itself = 0;
  std::string said;
};
template <int I>
struct asker : asks_ground<asker<I>> {
  static constexpr std::array<std::string_view, 8> names{"k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7"};
  static constexpr auto manifest =
      tenon::manifest{.name = names[I], .version = "1.0.0", .needs = {{"ground"}}, .concurrent_start = true};
};

TEST_F(concurrent_start, of_more_than_there_are_threads_queues_and_each_may_wait_for_one_below) {
  at_once = most = 0;
  tenon::app<ground, asker<0>, asker<1>, asker<2>, asker<3>, asker<4>, asker<5>, asker<6>, asker<7>> app;
  ASSERT_TRUE(app.start());
  for (std::size_t i = 0; i < app.extensions().size(); ++i)
    EXPECT_EQ(app.status_of(i).status, tenon::extension_status::ok);
  EXPECT_EQ(app.part<ground>().asked, 16);
  EXPECT_EQ(app.part<asker<7>>().said, "not today");
  EXPECT_GT(most, 1);
  EXPECT_LE(most, 4);
}

std::size_t thread_count() {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/task"), {}));
}

struct nothing_to_start {
  static constexpr auto manifest =
      tenon::manifest{.name = "nothing_to_start", .version = "1.0.0", .concurrent_start = true};
  void on_ready() {}
};

TEST_F(concurrent_start, of_one_without_on_start_starts_no_thread) {
  std::thread([] {}).join();  // a sanitizer makes its own thread with the first one
  std::this_thread::sleep_for(20ms);
  const std::size_t before = thread_count();
  tenon::app<nothing_to_start> app(environment());
  ASSERT_TRUE(app.start());
  EXPECT_LE(thread_count(), before);
  EXPECT_EQ(times_logged("nothing_to_start", "1.0.0 started in "), 1);
}

struct adjustable {
  static constexpr auto manifest = tenon::manifest{.name = "adjustable", .version = "1.0.0", .concurrent_start = true};
  struct settings {
    tenon::restart<int> width = 1;
  };
  void on_start(auto& ctx) { widths.push_back(ctx.settings().width); }
  std::vector<int> widths;
};

TEST_F(concurrent_start, comes_once_more_where_settings_have_the_extension_start_anew) {
  tenon::testing::harness<adjustable> with;
  ASSERT_TRUE(with.change(R"({"width": 2})").findings.empty());
  EXPECT_EQ(with.extension().widths, (std::vector<int>{1, 2}));
  EXPECT_EQ(with.status().status, tenon::extension_status::ok);
}

// The engine by itself, on executors without an app.
using tenon::executor::pool;
using engine = tenon::lifecycle::concurrent_start;

TEST_F(concurrent_start, that_ends_the_start_lets_nobody_begin_who_has_not_begun) {
  pool executors({}, {}, nullptr);
  std::atomic<engine*> there{nullptr};
  std::atomic<int> begun{0};
  engine all([&](std::size_t i) {
    ++begun;
    EXPECT_TRUE(comes_true([&] { return begun >= 4; }));
    if (i == 2) return false;
    EXPECT_TRUE(comes_true([&] { return there.load()->has_ended(); }));
    return true;
  });
  there = &all;
  for (std::size_t i = 0; i < 9; ++i) all.add(i);
  all.begin(executors);
  EXPECT_FALSE(all.join());
  EXPECT_EQ(begun, 4);
}

TEST_F(concurrent_start, lets_out_what_no_extension_has_thrown) {
  pool executors({}, {}, nullptr);
  engine all([](std::size_t) -> bool { throw std::bad_alloc(); });
  all.add(0);
  all.begin(executors);
  EXPECT_THROW(all.join(), std::bad_alloc);
}

TEST_F(concurrent_start, comes_on_the_thread_that_starts_the_app_where_the_executors_take_no_more) {
  pool executors({}, {}, nullptr);
  executors.stop();
  std::vector<std::size_t> order;
  engine all([&](std::size_t i) {
    order.push_back(i);
    return true;
  });
  for (std::size_t i = 0; i < 6; ++i) all.add(i);
  all.begin(executors);
  EXPECT_TRUE(all.join());
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
}

}  // namespace
