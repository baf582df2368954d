#include "../timed_call.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <coroutine>
#include <deque>
#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "../functions.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/hand_loop.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

using tenon::testing::fake_http;
using tenon::testing::fake_identity;

// One whose function ends when the test lets it.
struct sleeper {
  static constexpr auto manifest = tenon::manifest{.name = "sleeper", .version = "1.0.0"};
  struct nap {
    static constexpr auto function = tenon::function{.name = "nap"};
    std::string words = "zzz";
  };
  using functions = tenon::functions<nap>;
  std::string call(const nap& arguments) {
    asleep = true;
    woken.acquire();
    return arguments.words;
  }
  std::atomic<bool> asleep = false;
  std::binary_semaphore woken{0};
};

class function_that_takes_long : public testing::Test {
 protected:
  using app_type = tenon::app<functions_door, fake_http, fake_identity, sleeper>;
  static app_type::settings_type settings(std::chrono::milliseconds timeout) {
    app_type::settings_type out;
    out.of<functions_door>().timeout = timeout;
    return out;
  }
  // Asks with a request that is gone when the answer is, as a connection's is.
  void begin(app_type& app) {
    token_ = "root";
    body_ = R"({"words": "good morning"})";
    headers_ = {{"Authorization", token_}};
    asked_.emplace(loop_, tenon::method::post, "/api/main/nap");
    asked_->exchange.request.headers = headers_;
    asked_->exchange.request.body = body_;
    ASSERT_FALSE(app.door().handle(app.door().app, asked_->exchange));
  }
  void forget_the_request() { body_ = token_ = std::string(100, 'x'); }
  std::string answer() {
    while (asked_->completed == 0)
      if (!loop_.turn()) return "no answer";
    return std::to_string(asked_->exchange.response.status).append(" ").append(asked_->exchange.response.body.view());
  }

  std::string token_, body_;
  std::vector<tenon::header> headers_;
  tenon::testing::recorded_log log_;
  tenon::testing::hand_loop loop_;
  std::optional<tenon::testing::later> asked_;
};

TEST_F(function_that_takes_long, has_its_caller_told_so_and_goes_on) {
  app_type app({.log_sink = log_.sink()}, settings(std::chrono::milliseconds(20)));
  app.start();
  begin(app);
  while (!app.part<sleeper>().asleep) std::this_thread::yield();
  EXPECT_EQ(answer(), R"(504 {"spec":"sys.api::TimeoutErr","status":504,"dis":"nap takes longer than the 20ms that a )"
                      R"(caller waits. It goes on; what it gives is lost."})");
  forget_the_request();
  app.part<sleeper>().woken.release();
  loop_.settle();  // what comes too late
  EXPECT_EQ(asked_->completed, 1);
  bool told = false;
  for (const tenon::testing::log_line& line : log_.lines())
    told = told || line.message.find("nap takes longer than functions.timeout") != std::string::npos;
  EXPECT_TRUE(told);
}

// No worker is free before the test says so.
class busy_loop final : public tenon::event_loop {
 public:
  void post(tenon::job work) override { jobs_.push_back(work); }
  void post_after(std::chrono::milliseconds, tenon::job work) override { jobs_.push_back(work); }
  void offload(tenon::job work) override { waiting_.push_back(work); }
  void turn() {
    const tenon::job next = jobs_.front();
    jobs_.pop_front();
    next.run(next.data);
  }
  void work() {
    for (const tenon::job& one : std::exchange(waiting_, {})) one.run(one.data);
  }
  void settle() {
    work();
    while (!jobs_.empty()) turn();
  }

 private:
  std::deque<tenon::job> jobs_{};
  std::vector<tenon::job> waiting_{};
};

TEST_F(function_that_takes_long, to_begin_is_not_begun_once_its_caller_was_told) {
  app_type app({.log_sink = log_.sink()}, settings(std::chrono::milliseconds(5)));
  app.start();
  busy_loop loop;
  const tenon::header root{"Authorization", "root"};
  tenon::testing::later one(loop, tenon::method::post, "/api/main/nap");
  one.exchange.request.headers = {&root, 1};
  ASSERT_FALSE(app.door().handle(app.door().app, one.exchange));
  while (one.completed == 0) loop.turn();
  EXPECT_EQ(one.exchange.response.status, 504);
  EXPECT_NE(one.exchange.response.body.view().find("nap has not begun within the 5ms"), std::string_view::npos)
      << one.exchange.response.body.view();
  app.part<sleeper>().woken.release();
  loop.settle();
  EXPECT_TRUE(app.part<sleeper>().woken.try_acquire()) << "nobody has taken it";
}

TEST(timed_call, that_has_been_answered_keeps_nothing_of_its_request) {
  busy_loop loop;
  const auto watch = std::make_shared<tenon_functions::call_watch>(loop);
  auto held = std::make_shared<int>();
  const std::weak_ptr<int> seen = held;
  const auto call = std::make_shared<tenon_functions::timed_call>(
      tenon::request{.body = "long"}, [held = std::move(held)](const tenon::request& from) {
        return tenon::response::text(std::to_string(from.body.size()));
      });
  call->until = tenon_functions::timed_call::clock::now() + std::chrono::hours(1);
  watch->run(call).await_suspend(std::noop_coroutine());
  ASSERT_TRUE(call->request.has_value());
  loop.work();
  while (!call->answer) loop.turn();
  EXPECT_EQ(call->answer->body.view(), "4");
  EXPECT_GT(call.use_count(), 1) << "the watch has not looked yet";
  EXPECT_FALSE(call->request.has_value());
  EXPECT_TRUE(seen.expired());
  loop.settle();
  EXPECT_EQ(call.use_count(), 1);
}

TEST_F(function_that_takes_long, but_not_too_long_is_answered_as_ever) {
  for (const std::chrono::milliseconds timeout : {std::chrono::milliseconds(20'000), std::chrono::milliseconds(0)}) {
    app_type app({.log_sink = log_.sink()}, settings(timeout));
    app.start();
    begin(app);
    app.part<sleeper>().woken.release();
    EXPECT_EQ(answer(), R"(200 "good morning")");
    loop_.settle();
  }
}

}  // namespace
