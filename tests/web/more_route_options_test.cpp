#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_clock.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/hand_loop.hpp"
#include "tenon/web/rate_limits.hpp"

namespace {

using identity = tenon::testing::fake_identity;

// Each writes down that it was there.
std::vector<std::string> seen;

struct outer {
  static std::optional<tenon::response> before(const tenon::request&) {
    seen.emplace_back("outer before");
    return std::nullopt;
  }
  static void after(const tenon::request&, tenon::response& answer) {
    seen.emplace_back("outer after " + std::to_string(answer.status));
    answer = std::move(answer).with("X-Outer", "yes");
  }
};
struct only_text {
  static std::optional<tenon::response> before(const tenon::request& from, auto& ctx) {
    seen.emplace_back(std::string(ctx.name()) + " before");
    if (from.body.empty()) return tenon::response::text("say something", 400);
    return std::nullopt;
  }
};
struct inner {
  static void after(const tenon::request& from, tenon::response&, auto& ctx) {
    seen.emplace_back(std::string(ctx.name()) + " after " + std::string(from.path));
  }
};
// Answers whoever comes.
struct teapot {
  static std::optional<tenon::response> before(const tenon::request&) {
    seen.emplace_back("teapot");
    return tenon::response::text("short and stout", 418);
  }
};

struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0", .needs = {{"identity"}}};
  using open = tenon::get<"/open", tenon::rate_limit<2, 60>>;
  using known = tenon::get<"/known", tenon::optionally_authenticated, tenon::rate_limit<1, 10>>;
  using later = tenon::get<"/later", tenon::authenticated, tenon::rate_limit<1>>;
  using inside = tenon::get<"/inside", tenon::subdomain<"api">>;
  using passed = tenon::post<"/passed", tenon::through<outer, only_text, inner>>;
  using waits = tenon::post<"/waits", tenon::through<outer, only_text, inner>>;
  using blocks = tenon::post<"/blocks", tenon::blocking, tenon::through<inner>, tenon::rate_limit<1>>;
  using tea = tenon::get<"/tea", tenon::through<teapot>, tenon::authenticated>;
  using slow_tea = tenon::get<"/slow-tea", tenon::through<teapot>, tenon::authenticated>;
  using routes = tenon::routes<open, known, later, inside, passed, waits, blocks, tea, slow_tea>;

  tenon::response handle(open, const tenon::request&) noexcept { return tenon::response::text("open"); }
  tenon::response handle(known, const tenon::request&) { return tenon::response::text("known"); }
  tenon::task<tenon::response> handle(later, const tenon::request&) { co_return tenon::response::text("later"); }
  tenon::response handle(inside, const tenon::request&) { return tenon::response::text("inside"); }
  tenon::response handle(passed, const tenon::request& from) {
    seen.emplace_back("handler");
    if (from.body == "throw") throw tenon::error(tenon::error_type::not_found);
    return tenon::response::text(from.body);
  }
  tenon::task<tenon::response> handle(waits, const tenon::request& from) {
    const std::string body = co_await tenon::offload(from, [&] { return std::string(from.body); });
    seen.emplace_back("handler");
    co_return tenon::response::text(body);
  }
  tenon::response handle(tea, const tenon::request&) { return tenon::response::text("tea"); }
  tenon::task<tenon::response> handle(slow_tea, const tenon::request&) { co_return tenon::response::text("tea"); }
  tenon::response handle(blocks, const tenon::request&) { return tenon::response::text("blocks"); }
};
// Options of hooks, and where they are mounted.
struct front_desk {
  static constexpr auto manifest = tenon::manifest{.name = "front-desk", .version = "1.0.0", .needs = {{"identity"}}};
  using web_options = tenon::web_options<tenon::requires_role<tenon::role::admin>, tenon::body_limit<3>>;
  static std::string told(const tenon::request& from) {
    return std::string(from.mount).append("|").append(from.rest).append("|").append(from.passport->user.id);
  }
  tenon::response on_get(const tenon::request& from) { return tenon::response::text(told(from)); }
  tenon::task<tenon::response> on_post(const tenon::request& from) { co_return tenon::response::text(told(from)); }
};
// Whose answers are somebody else's.
struct porter {
  static constexpr auto manifest = tenon::manifest{.name = "porter", .version = "1.0.0"};
  using door = tenon::get<"/doors/{number}/{path...}">;
  using own_door = tenon::get<"/porter/{path...}">;
  using bell = tenon::get<"/porter/bell/{times}">;
  using elsewhere = tenon::get<"/elsewhere">;
  using routes = tenon::routes<door, own_door, bell, elsewhere>;
  tenon::response handle(elsewhere, const tenon::request& from) {
    return tenon::response::text(std::string(from.mount).append("|").append(from.rest));
  }
  tenon::response handle(bell, const tenon::request& from) {
    return tenon::response::text(std::string(from.mount).append("|").append(from.rest));
  }
  tenon::forward handle(own_door, const tenon::request& from) { return tenon::forward(from.path.substr(7)); }
  tenon::forward handle(door route, const tenon::request& from) {
    if (route.at<"number">() == "0") throw tenon::error(tenon::error_type::access_denied, "shut");
    if (route.at<"number">() == "whole") return tenon::forward(from.path);
    if (route.at<"number">() == "elsewhere") return tenon::forward(std::string_view("/open"));
    if (route.at<"number">() == "empty") return tenon::forward(std::string_view());
    if (route.at<"number">() != "1") return tenon::response::text("no such door", 404);
    return tenon::forward(from.path.substr(std::string_view("/doors/1").size()));
  }
};

class more_route_options : public testing::Test {
 protected:
  using app_type = tenon::app<shop, front_desk, porter, identity>;
  void SetUp() override {
    seen.clear();
    ASSERT_TRUE(app_.start());
  }
  struct asked {
    std::string_view path, body = "", token = "", host = "example.org", address = "10.0.0.1";
  };
  void fill(tenon::request& to, const asked& how) {
    headers_[0] = {"Authorization", how.token};
    headers_[1] = {"Host", how.host};
    to.method = how.body.data() == nullptr || how.body.empty() ? tenon::method::get : tenon::method::post;
    if (how.path == "/passed" || how.path == "/blocks") to.method = tenon::method::post;
    to.method_name = to_string(to.method);
    to.target = to.path = how.path;
    to.body = how.body;
    to.headers = headers_;
    to.remote_address = how.address;
  }
  tenon::response ask(const asked& how) {
    tenon::exchange one;
    fill(one.request, how);
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    return std::move(one.response);
  }
  static std::string header(const tenon::response& of, std::string_view name) {
    for (const tenon::response_header& one : of.headers)
      if (one.name.view() == name) return one.value;
    return "none";
  }

  std::array<tenon::header, 2> headers_{};
  tenon::testing::fake_clock clock_;
  app_type app_{tenon::environment{.clock = &clock_}};
};

TEST_F(more_route_options, limit_how_often_an_address_may_come_and_say_when_to_try_again) {
  using namespace std::chrono_literals;
  EXPECT_EQ(ask({.path = "/open"}).status, 200);
  clock_.advance(20s);
  EXPECT_EQ(ask({.path = "/open"}).status, 200);
  const tenon::response refused = ask({.path = "/open"});
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header(refused, "Retry-After"), "40");
  EXPECT_EQ(refused.body.view(), R"({"error":"Too Many Requests","message":"This may be asked for 2 times in 60 )"
                                 R"(seconds. Try again in 40 s."})");
  EXPECT_EQ(ask({.path = "/open", .address = "10.0.0.2"}).status, 200) << "somebody else";
  clock_.advance(40s);
  EXPECT_EQ(ask({.path = "/open"}).status, 200) << "the window is over";
}

TEST_F(more_route_options, limit_a_network_of_ipv6_as_one_address) {
  const auto status = [&](std::string_view address) { return ask({.path = "/known", .address = address}).status; };
  EXPECT_EQ(status("2001:db8:0:1::1"), 200);
  EXPECT_EQ(status("2001:db8:0:1:ffff:ffff:ffff:ffff"), 429);
  EXPECT_EQ(status("2001:DB8::1:0:0:0:2"), 429) << "the same in other words";
  EXPECT_EQ(status("2001:db8:0:2::1"), 200) << "somebody else";
  EXPECT_EQ(status("::ffff:192.0.2.7"), 200);
  EXPECT_EQ(status("192.0.2.7"), 429) << "the same in other words";
  EXPECT_EQ(status("::ffff:192.0.2.8"), 200) << "somebody else";
}

TEST_F(more_route_options, limit_whoever_is_known_wherever_they_come_from) {
  EXPECT_EQ(ask({.path = "/known", .token = "ada"}).status, 200);
  EXPECT_EQ(ask({.path = "/known", .token = "ada", .address = "10.0.0.2"}).status, 429);
  EXPECT_EQ(ask({.path = "/known", .token = "grace"}).status, 200);
  EXPECT_EQ(ask({.path = "/known"}).status, 200) << "nobody is counted by the address";
  EXPECT_EQ(ask({.path = "/known"}).status, 429);
  EXPECT_EQ(ask({.path = "/later", .token = "ada"}).status, 200) << "each route counts for itself";
  EXPECT_EQ(ask({.path = "/later", .token = "ada"}).status, 429);
  EXPECT_EQ(ask({.path = "/later", .token = "stale"}).status, 401);
  EXPECT_EQ(ask({.path = "/later", .token = "stale"}).status, 429) << "who guesses is counted by the address";
  EXPECT_EQ(ask({.path = "/blocks"}).status, 200);
  EXPECT_EQ(ask({.path = "/blocks"}).status, 429);
}

TEST(rate_limits, forget_whoever_has_not_come_for_long_and_no_more) {
  tenon::web::rate_limits limits;
  const char place = 0;
  const auto wait = [&](const std::string& who) {
    return limits.wait_for(&place, who, 1, std::chrono::seconds(60), {}).count();
  };
  EXPECT_EQ(wait("first"), 0);
  for (std::size_t i = 0; i + 1 < tenon::web::rate_limits::remembered; ++i) ASSERT_EQ(wait(std::to_string(i)), 0);
  EXPECT_EQ(wait("first"), 60) << "one of the last so many";
  for (std::size_t i = 0; i < 2 * tenon::web::rate_limits::remembered; ++i) ASSERT_EQ(wait("b" + std::to_string(i)), 0);
  EXPECT_EQ(wait("first"), 0) << "long ago";
}

TEST_F(more_route_options, leave_nothing_there_for_another_host) {
  EXPECT_EQ(ask({.path = "/inside", .host = "api.example.org"}).body.view(), "inside");
  EXPECT_EQ(ask({.path = "/inside", .host = "API.localhost:8080"}).body.view(), "inside");
  for (const std::string_view host : {"example.org", "api", "api.", "apis.example.org", "www.api.example.org", ""})
    EXPECT_EQ(ask({.path = "/inside", .host = host}).status, 404) << host;
}

TEST_F(more_route_options, let_requests_through_in_order_and_answers_back) {
  const tenon::response answer = ask({.path = "/passed", .body = "text"});
  EXPECT_EQ(answer.body.view(), "text");
  EXPECT_EQ(header(answer, "X-Outer"), "yes");
  EXPECT_EQ(seen, (std::vector<std::string>{"outer before", "shop before", "handler", "shop after /passed",
                                            "outer after 200"}));
}

TEST_F(more_route_options, end_where_one_in_between_answers) {
  const tenon::response answer = ask({.path = "/passed"});
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(header(answer, "X-Outer"), "yes");
  EXPECT_EQ(seen, (std::vector<std::string>{"outer before", "shop before", "outer after 400"}));
}

TEST_F(more_route_options, ask_who_it_is_before_anything_in_between_may_answer) {
  for (const std::string_view path : {"/tea", "/slow-tea"}) {
    for (const std::string_view nobody : {"", "stale"}) EXPECT_EQ(ask({.path = path, .token = nobody}).status, 401);
    EXPECT_TRUE(seen.empty()) << path;
    EXPECT_EQ(ask({.path = path, .token = "ada"}).status, 418);
    seen.clear();
  }
}

TEST_F(more_route_options, pass_over_what_is_in_between_where_the_handler_throws) {
  EXPECT_EQ(ask({.path = "/passed", .body = "throw"}).status, 404);
  EXPECT_EQ(seen, (std::vector<std::string>{"outer before", "shop before", "handler"}));
}

TEST_F(more_route_options, let_through_what_waits_too) {
  tenon::testing::hand_loop loop;
  tenon::testing::later one(loop, tenon::method::post, "/waits");
  fill(one.exchange.request, {.path = "/waits", .body = "text"});
  EXPECT_FALSE(app_.door().handle(app_.door().app, one.exchange));
  EXPECT_EQ(seen, (std::vector<std::string>{"outer before", "shop before"}));
  ASSERT_TRUE(loop.turn());
  EXPECT_EQ(one.exchange.response.body.view(), "text");
  EXPECT_EQ(seen.back(), "outer after 200");
  EXPECT_EQ(seen.size(), 5U);
}

TEST_F(more_route_options, of_hooks_hold_for_all_of_them_at_the_mount_and_below) {
  for (const std::string_view path : {"/front-desk", "/front-desk/keys/7"}) {
    EXPECT_EQ(ask({.path = path}).status, 401);
    EXPECT_EQ(ask({.path = path, .token = "ada"}).status, 403);
    EXPECT_EQ(ask({.path = path, .body = "long", .token = "boss"}).status, 413);
    EXPECT_EQ(ask({.path = path, .body = "tea", .token = "boss"}).status, 200);
  }
}

TEST_F(more_route_options, tell_a_hook_where_it_is_mounted_and_what_is_behind) {
  EXPECT_EQ(ask({.path = "/front-desk", .token = "boss"}).body.view(), "/front-desk||boss");
  EXPECT_EQ(ask({.path = "/front-desk/", .token = "boss"}).body.view(), "/front-desk/||boss");
  EXPECT_EQ(ask({.path = "/front-desk/keys/7", .token = "boss"}).body.view(), "/front-desk/|keys/7|boss");
  EXPECT_EQ(ask({.path = "/front-desk/a%2Fb", .body = "tea", .token = "boss"}).body.view(), "/front-desk/|a%2Fb|boss");
}

TEST_F(more_route_options, tell_the_same_to_a_listed_route_at_the_mount_and_nothing_to_one_elsewhere) {
  EXPECT_EQ(ask({.path = "/porter/bell/2%2F"}).body.view(), "/porter/|bell/2%2F");
  EXPECT_EQ(ask({.path = "/%70orter/bell/2"}).body.view(), "/%70orter/|bell/2");
  EXPECT_EQ(ask({.path = "/elsewhere"}).body.view(), "|");
  EXPECT_EQ(ask({.path = "/porter/porter/elsewhere"}).body.view(), "/porter/porter|");
  EXPECT_EQ(ask({.path = "/porter/doors/1/porter/bell/2"}).body.view(), "/porter/doors/1/porter/|bell/2");
}

TEST_F(more_route_options, hold_where_a_request_is_led_to_from_elsewhere) {
  EXPECT_EQ(ask({.path = "/doors/1/front-desk/keys/7"}).status, 401);
  EXPECT_EQ(ask({.path = "/doors/1/front-desk/keys/7", .token = "boss"}).body.view(),
            "/doors/1/front-desk/|keys/7|boss");
  EXPECT_EQ(ask({.path = "/doors/1/doors/1/open"}).body.view(), "open");
  EXPECT_EQ(ask({.path = "/doors/1/nowhere"}).status, 404);
  EXPECT_EQ(ask({.path = "/doors/2/open"}).body.view(), "no such door");
  EXPECT_EQ(ask({.path = "/doors/0/open"}).status, 403);
  for (const std::string_view path : {"/doors/whole/x", "/doors/elsewhere/x", "/doors/empty/x"})
    EXPECT_EQ(ask({.path = path}).status, 500) << path << " is led nowhere";
}

TEST(route_terms, of_two_rates_the_slower_counts) {
  using tenon::web::terms_of;
  constexpr auto terms = terms_of<tenon::get<"/a", tenon::rate_limit<100, 60>, tenon::rate_limit<10, 1>>>;
  EXPECT_EQ(terms.most_calls, 100U);
  EXPECT_EQ(terms.within_seconds, 60U);
}

}  // namespace
