// What the app itself emits.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/testing/harness.hpp"
#include "tenon/word/ip_validate.hpp"
#include "tenon/word/ready.hpp"
#include "tenon/word/request_will_be_handled.hpp"

namespace {

std::vector<std::string> order;

struct first {
  static constexpr auto manifest = tenon::manifest{.name = "first", .version = "1.0.0", .priority = -1};
  void on(const tenon::core::ready&, auto& ctx) { order.push_back(ctx.ready() ? "ready" : "too early"); }
  void on_ready() { order.emplace_back("first on_ready"); }
  void on_open() { order.emplace_back("first on_open"); }
};
struct second {
  static constexpr auto manifest = tenon::manifest{.name = "second", .version = "1.0.0"};
  void on_ready() { order.emplace_back("second on_ready"); }
};
TEST(ready, is_emitted_once_after_every_on_ready_and_before_a_door_opens) {
  order.clear();
  tenon::app<first, second> app;
  ASSERT_TRUE(app.start());
  EXPECT_TRUE(app.start());
  EXPECT_EQ(order, (std::vector<std::string>{"first on_ready", "second on_ready", "ready", "first on_open"}));
}

struct fails {
  static constexpr auto manifest = tenon::manifest{.name = "fails", .version = "1.0.0", .essential = true};
  void on_start() { throw std::runtime_error("no"); }
};
TEST(ready, is_not_emitted_where_the_start_failed) {
  order.clear();
  tenon::app<first, fails> app;
  EXPECT_FALSE(app.start());
  EXPECT_TRUE(order.empty());
}

struct gate {
  static constexpr auto manifest = tenon::manifest{.name = "gate", .version = "1.0.0"};
  void on(tenon::core::ip_validate& event) {
    asked.push_back(event.ip);
    if (event.ip == "10.0.0.13") throw std::runtime_error("cannot say");
    if (event.ip == "10.0.0.1") event.allow = false;
  }
  tenon::response on_get(const tenon::request& request) { return tenon::response::text(std::string(request.path)); }
  std::vector<std::string> asked;
};
tenon::request from(std::string_view ip, std::string_view path = "/gate") {
  return {.target = path, .path = path, .remote_address = ip};
}
TEST(ip_validate, refuses_a_peer_that_a_listener_does_not_allow) {
  tenon::testing::harness<gate> on;
  EXPECT_EQ(on.send(from("10.0.0.2")).body.view(), "/gate");
  const tenon::response refused = on.send(from("10.0.0.1"));
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.body.view(), "Forbidden");
  EXPECT_EQ(on.extension().asked, (std::vector<std::string>{"10.0.0.2", "10.0.0.1"}));
}
TEST(ip_validate, refuses_whom_a_listener_could_not_judge) {
  tenon::testing::harness<gate> on;
  EXPECT_EQ(on.send(from("10.0.0.13")).status, 403);
}
TEST(ip_validate, is_not_emitted_for_a_request_without_an_address) {
  tenon::testing::harness<gate> on;
  EXPECT_EQ(on.get("/gate").status, 200);
  EXPECT_TRUE(on.extension().asked.empty());
}

struct maintenance {
  static constexpr auto manifest = tenon::manifest{.name = "maintenance", .version = "1.0.0"};
  void on(tenon::core::request_will_be_handled& event) {
    event.response().status = 299;  // not ended: nobody sees it
    if (event.request().path == "/closed" || event.request().path == "/nowhere") {
      event.response() = tenon::response::text("closed for today", 503);
      event.end();
    }
    if (event.request().path == "/throws") throw std::runtime_error("no");
  }
  using closed = tenon::get<"/closed">;
  using open = tenon::get<"/open">;
  using throws = tenon::get<"/throws">;
  using routes = tenon::routes<closed, open, throws>;
  tenon::response handle(closed, const tenon::request&) { return answer(); }
  tenon::response handle(open, const tenon::request&) { return answer(); }
  tenon::response handle(throws, const tenon::request&) { return answer(); }
  tenon::response answer() {
    ++calls;
    return tenon::response::text("open");
  }
  int calls = 0;
};
TEST(request_will_be_handled, ends_a_request_whose_answer_a_listener_gives) {
  tenon::testing::harness<maintenance> on;
  EXPECT_EQ(on.get("/open").body.view(), "open");
  EXPECT_EQ(on.get("/open").status, 200);
  EXPECT_EQ(on.get("/closed").body.view(), "closed for today");
  EXPECT_EQ(on.get("/closed").status, 503);
  EXPECT_EQ(on.get("/nowhere").status, 503);
  EXPECT_EQ(on.get("/nothing").status, 404);
  EXPECT_EQ(on.extension().calls, 2);
}
TEST(request_will_be_handled, goes_on_where_a_listener_throws) {
  tenon::testing::harness<maintenance> on;
  EXPECT_EQ(on.get("/throws").body.view(), "open");
}

TEST(app_events, stand_in_the_table_as_emitted_by_the_app) {
  std::vector<std::string> names;
  for (const tenon::event::event_row& one : tenon::app<second>::events())
    if (one.by_framework) names.emplace_back(one.facts.name);
  EXPECT_EQ(names, (std::vector<std::string>{"ip.validate", "ready", "request.answered", "request.will-be-handled"}));
}

}  // namespace
