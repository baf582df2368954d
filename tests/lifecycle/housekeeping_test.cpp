// What comes by itself while an app runs: housekeeping and the steady state.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_clock.hpp"

namespace {

using namespace std::chrono_literals;

struct keeper {
  static constexpr auto manifest = tenon::manifest{.name = "keeper", .version = "1.0.0"};
  struct settings {
    int seconds = 10;
  };
  void on_housekeeping(auto& ctx) {
    ++runs;
    last_thread = std::this_thread::get_id();
    if (clock != nullptr) clock->advance(3s);  // it takes its time
    if (runs == 2) throw std::runtime_error("dust everywhere");
    EXPECT_TRUE(ctx.is_running());
  }
  std::chrono::seconds housekeeping_period() { return std::chrono::seconds(period); }
  std::atomic<int> runs{0}, period{10};
  tenon::testing::fake_clock* clock = nullptr;
  std::thread::id last_thread;
};

class housekeeping : public testing::Test {
 protected:
  void pass(std::chrono::nanoseconds by) {
    time_.advance(by);
    app_.settle();
  }
  tenon::testing::fake_clock time_;
  tenon::app<keeper> app_{tenon::environment{.clock = &time_}};
  keeper& keeper_ = app_.part<keeper>();
};

TEST_F(housekeeping, comes_one_period_after_the_app_is_ready_and_then_one_period_after_it_has_ended) {
  keeper_.clock = &time_;
  ASSERT_TRUE(app_.start());
  pass(9s);
  EXPECT_EQ(keeper_.runs, 0);
  pass(1s);  // at 10: it runs until 13
  EXPECT_EQ(keeper_.runs, 1);
  pass(9s);  // at 22
  EXPECT_EQ(keeper_.runs, 1);
  pass(1s);  // at 23
  EXPECT_EQ(keeper_.runs, 2);
  EXPECT_NE(keeper_.last_thread, std::this_thread::get_id());
}

TEST_F(housekeeping, survives_its_exceptions_which_are_counted) {
  ASSERT_TRUE(app_.start());
  for (int i = 0; i < 4; ++i) pass(10s);
  EXPECT_EQ(keeper_.runs, 4);
  EXPECT_EQ(app_.status_of(0).failures, 1U);
  EXPECT_EQ(app_.status_of(0).status, tenon::extension_status::ok);
}

TEST_F(housekeeping, does_not_catch_up_on_what_it_has_missed) {
  ASSERT_TRUE(app_.start());
  pass(100s);
  EXPECT_EQ(keeper_.runs, 1);
}

TEST_F(housekeeping, asks_for_its_period_before_each_wait_and_ends_with_one_of_zero) {
  ASSERT_TRUE(app_.start());
  keeper_.period = 2;
  pass(10s);
  EXPECT_EQ(keeper_.runs, 1);
  pass(2s);
  EXPECT_EQ(keeper_.runs, 2);
  keeper_.period = 0;
  pass(2s);
  EXPECT_EQ(keeper_.runs, 3);
  pass(1h);
  EXPECT_EQ(keeper_.runs, 3);
}

struct settled {
  static constexpr auto manifest = tenon::manifest{.name = "settled", .version = "1.0.0"};
  explicit settled(auto& boot) : housekeeping_period(boot.environment().clock != nullptr ? 5s : 50s) {}
  void on_housekeeping() { ++runs; }
  std::chrono::seconds housekeeping_period;
  std::atomic<int> runs{0};
};

TEST(housekeeping_period, is_read_of_a_member_that_the_constructor_has_set) {
  tenon::testing::fake_clock time;
  tenon::app<settled> app(tenon::environment{.clock = &time});
  ASSERT_TRUE(app.start());
  time.advance(5s);
  app.settle();
  EXPECT_EQ(app.part<settled>().runs, 1);
}

TEST_F(housekeeping, ends_when_the_extension_is_not_ready_any_more) {
  ASSERT_TRUE(app_.start());
  pass(10s);
  app_.stop();
  pass(1h);
  EXPECT_EQ(keeper_.runs, 1);
}

struct sick_keeper : keeper {
  static constexpr auto manifest = tenon::manifest{.name = "sick_keeper", .version = "1.0.0"};
  void on_start() { throw std::runtime_error("no broom"); }
};

TEST(housekeeper, in_fault_keeps_no_house) {
  tenon::testing::fake_clock time;
  tenon::app<sick_keeper> app({.clock = &time});
  ASSERT_TRUE(app.start());
  time.advance(1h);
  app.settle();
  EXPECT_EQ(app.part<sick_keeper>().runs, 0);
}

struct moody_keeper {
  static constexpr auto manifest = tenon::manifest{.name = "moody_keeper", .version = "1.0.0"};
  struct settings {
    int seconds = 10;
  };
  void on_housekeeping() { ++runs; }
  std::chrono::seconds housekeeping_period(auto& ctx) {
    if (runs == 1) throw std::runtime_error("no idea");
    return std::chrono::seconds(ctx.settings().seconds);
  }
  std::atomic<int> runs{0};
};

TEST(housekeeper, that_cannot_say_its_period_keeps_the_one_before) {
  tenon::testing::fake_clock time;
  tenon::app<moody_keeper> app({.clock = &time});
  ASSERT_TRUE(app.start());
  for (int i = 0; i < 3; ++i) {
    time.advance(10s);
    app.settle();
  }
  EXPECT_EQ(app.part<moody_keeper>().runs, 3);
  EXPECT_EQ(app.status_of(0).failures, 1U);
}

struct idle {
  static constexpr auto manifest = tenon::manifest{.name = "idle", .version = "1.0.0"};
  void on_start() {}
  void on_ready() {}
  void on_unready() {}
};

struct calm {
  static constexpr auto manifest = tenon::manifest{.name = "calm", .version = "1.0.0"};
  void on_steady_state(auto& ctx) {
    ++times;
    EXPECT_TRUE(ctx.is_steady());
    EXPECT_TRUE(ctx.is_running());
    throw std::runtime_error("not that calm");
  }
  std::atomic<int> times{0};
};

TEST(steady_state, comes_its_delay_after_the_last_on_ready) {
  tenon::testing::fake_clock time;
  tenon::app<calm> app({.steady_state_delay = 30s, .clock = &time});
  EXPECT_FALSE(app.is_steady());
  ASSERT_TRUE(app.start());
  time.advance(29s);
  app.settle();
  EXPECT_FALSE(app.is_steady());
  EXPECT_EQ(app.part<calm>().times, 0);
  time.advance(1s);
  app.settle();
  EXPECT_TRUE(app.is_steady());
  EXPECT_EQ(app.part<calm>().times, 1);
  EXPECT_EQ(app.status_of(0).failures, 1U) << "it threw, and runs on";
  app.stop();
  EXPECT_FALSE(app.is_steady());
}

TEST(steady_state, is_reached_after_ten_seconds_unless_said_otherwise_and_after_an_hour_at_the_latest) {
  EXPECT_EQ(tenon::environment().steady_state_delay, 10s);
  const auto reached_after = [](std::chrono::nanoseconds delay, std::chrono::nanoseconds wait) {
    tenon::testing::fake_clock time;
    tenon::app<idle> app({.steady_state_delay = delay, .clock = &time});
    app.start();
    time.advance(wait);
    return app.is_steady();
  };
  EXPECT_TRUE(reached_after(-5s, 0s));
  EXPECT_TRUE(reached_after(0s, 0s));
  EXPECT_FALSE(reached_after(48h, 59min));
  EXPECT_TRUE(reached_after(48h, 1h));
}

// Where an extension stands, asked in each of its hooks: the truth table of docs/lifecycle.md.
struct asked {
  static constexpr auto manifest = tenon::manifest{.name = "asked", .version = "1.0.0"};
  void on_preinit(auto& ctx) { note("preinit", ctx); }
  void on_init(auto& ctx) { note("init", ctx); }
  void on_start(auto& ctx) { note("start", ctx); }
  void on_ready(auto& ctx) { note("ready", ctx); }
  void on_steady_state(auto& ctx) { note("steady", ctx); }
  void on_unready(auto& ctx) { note("unready", ctx); }
  void on_stop(auto& ctx) { note("stop", ctx); }
  void note(std::string_view hook, auto& ctx) {
    lines += std::string(hook) + (ctx.is_running() ? " yes " : " no ") +
             std::string(to_string(ctx.status_of(0).status)) + ", ";
  }
  std::string lines;
};

TEST(is_running, is_true_from_on_start_to_on_steady_state_and_false_in_on_unready_and_on_stop) {
  tenon::testing::fake_clock time;
  tenon::app<asked> app({.clock = &time});
  ASSERT_TRUE(app.start());
  time.advance(10s);
  app.settle();
  app.stop();
  EXPECT_EQ(app.part<asked>().lines,
            "preinit no constructed, init no constructed, start yes starting, ready yes ok, steady yes ok, "
            "unready no stopping, stop no stopping, ");
  EXPECT_EQ(app.status_of(0).status, tenon::extension_status::stopped);
}

}  // namespace
