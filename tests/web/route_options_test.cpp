#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/hand_loop.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

using identity = tenon::testing::fake_identity;

struct club {
  static constexpr auto manifest = tenon::manifest{.name = "club", .version = "1.0.0", .needs = {{"identity"}}};
  using open = tenon::get<"/open">;
  using desk = tenon::get<"/desk", tenon::asks_itself>;
  using lounge = tenon::get<"/lounge", tenon::authenticated>;
  using bar = tenon::get<"/bar", tenon::optionally_authenticated>;
  using office = tenon::get<"/office", tenon::requires_role<tenon::role::admin>>;
  using vault = tenon::get<"/vault", tenon::requires_role<tenon::role::su>>;
  using kitchen = tenon::post<"/kitchen", tenon::requires_scope<tenon::scope::execute>, tenon::body_limit<4>>;
  using later = tenon::get<"/later", tenon::authenticated>;
  using old_door = tenon::get<"/old-door", tenon::requires_role<tenon::role::admin>, tenon::plain_failures>;
  using later_door = tenon::get<"/later-door", tenon::plain_failures>;
  using routes = tenon::routes<open, desk, lounge, bar, office, vault, kitchen, later, old_door, later_door>;

  static tenon::response told(const tenon::request& from) {
    return tenon::response::text(from.passport == nullptr ? std::string("nobody") : from.passport->user.id);
  }
  tenon::response handle(open, const tenon::request& from) { return told(from); }
  tenon::response handle(desk, const tenon::request& from) { return told(from); }
  tenon::response handle(lounge, const tenon::request& from) { return told(from); }
  tenon::response handle(bar, const tenon::request& from) { return told(from); }
  tenon::response handle(office, const tenon::request& from) { return told(from); }
  tenon::response handle(vault, const tenon::request& from) { return told(from); }
  tenon::response handle(kitchen, const tenon::request& from) {
    ++cooked;
    return told(from);
  }
  tenon::response handle(old_door, const tenon::request&) {
    throw tenon::error(tenon::error_type::not_found,
                       tenon::error_options{.message = "It is \"gone\"", .data = R"({"a":1})"});
  }
  tenon::task<tenon::response> handle(later_door, const tenon::request&, auto&) {
    throw 1;
    co_return tenon::response();
  }
  tenon::task<tenon::response> handle(later, const tenon::request& from, auto&) { co_return told(from); }
  int cooked = 0;
};

class route_options : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  tenon::response ask(std::string_view path, std::string_view token = "", std::string_view body = "") {
    const tenon::header authorization{"Authorization", token};
    const tenon::method method = path == "/kitchen" ? tenon::method::post : tenon::method::get;
    one_.request.method = method;
    one_.request.method_name = to_string(method);
    one_.request.target = one_.request.path = path;
    one_.request.body = body;
    one_.request.headers = {&authorization, 1};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one_));
    EXPECT_EQ(one_.request.passport, nullptr);  // nothing of it is there for the next request
    return std::move(one_.response);
  }

  tenon::testing::recorded_log log_;
  tenon::app<club, identity> app_{tenon::environment{.log_sink = log_.sink()}};
  tenon::exchange one_{};
};

TEST_F(route_options, let_whoever_is_known_in_and_tell_the_handler_who_it_is) {
  for (const std::string_view path : {"/lounge", "/later"}) {
    EXPECT_EQ(ask(path, "ada").body.view(), "ada");
    const tenon::response refused = ask(path);
    EXPECT_EQ(refused.status, 401);
    EXPECT_NE(refused.body.view().find(R"("type":"missing_token")"), std::string_view::npos) << refused.body.view();
    EXPECT_EQ(refused.headers.back().name.view(), "WWW-Authenticate");
    EXPECT_NE(ask(path, "stale").body.view().find(R"("type":"expired_token")"), std::string_view::npos);
  }
}

TEST_F(route_options, ask_nobody_where_the_route_has_none) {
  EXPECT_EQ(ask("/open", "ada").body.view(), "nobody");
  EXPECT_EQ(app_.part<identity>().exported().asked(), 0);
}

TEST_F(route_options, let_nobody_in_as_nobody_where_that_is_optional_and_a_bad_token_not_at_all) {
  EXPECT_EQ(ask("/bar").body.view(), "nobody");
  EXPECT_EQ(ask("/bar", "ada").body.view(), "ada");
  EXPECT_EQ(ask("/bar", "stale").status, 401);
}

TEST_F(route_options, go_to_a_worker_only_where_who_asks_has_to_be_looked_for) {
  // A task waits on the server's thread; any other handler on a worker, because it may block.
  for (const auto& [path, of_root] : {std::pair("/lounge", 1), std::pair("/later", 0)})
    for (const auto& [token, turns] : {std::pair("root", of_root), std::pair("", 0), std::pair("ada", 1)}) {
      tenon::testing::hand_loop loop;
      tenon::testing::later one(loop, tenon::method::get, path);
      const tenon::header authorization{"Authorization", token};
      one.exchange.request.headers = {&authorization, 1};
      const int asked = app_.part<identity>().exported().asked();
      EXPECT_EQ(app_.door().handle(app_.door().app, one.exchange), turns == 0) << path << " by " << token;
      for (int turn = 0; turn < turns; ++turn) ASSERT_TRUE(loop.turn());
      EXPECT_EQ(app_.part<identity>().exported().asked(), asked + 1) << path << " by " << token;
      EXPECT_EQ(loop.offloaded(), turns);
      EXPECT_EQ(one.exchange.response.status, *token == 0 ? 401 : 200) << path << " by " << token;
    }
}

TEST_F(route_options, have_failures_told_as_an_error_and_a_message_where_clients_know_no_other_body) {
  EXPECT_EQ(ask("/old-door").status, 401);
  const tenon::response unknown = ask("/old-door");
  EXPECT_EQ(unknown.body.view(), R"({"error":"missing_token","message":"Unauthorized"})");
  EXPECT_EQ(unknown.headers.back().name.view(), "WWW-Authenticate");
  const tenon::response refused = ask("/old-door", "ada");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.body.view(), R"({"error":"access_denied","message":"This needs the role admin."})");
  const tenon::response thrown = ask("/old-door", "boss");
  EXPECT_EQ(thrown.status, 404);
  EXPECT_EQ(thrown.body.view(), R"({"error":"not_found","message":"It is \"gone\""})");
  const tenon::response later = ask("/later-door");
  EXPECT_EQ(later.status, 500);
  EXPECT_EQ(later.body.view(), R"({"error":"unknown","message":"RuntError: unknown"})");
}

TEST_F(route_options, want_at_least_the_role) {
  EXPECT_EQ(ask("/office").status, 401);
  EXPECT_EQ(ask("/office", "ada").status, 403);
  EXPECT_EQ(ask("/office", "boss").body.view(), "boss");
  EXPECT_EQ(ask("/office", "root").body.view(), "root");
  EXPECT_EQ(ask("/vault", "boss").status, 403);
  EXPECT_NE(ask("/vault", "boss").body.view().find("This is for administrators."), std::string_view::npos);
  EXPECT_EQ(ask("/vault", "root").body.view(), "root");
}

TEST_F(route_options, want_the_scope_of_a_token_that_says_something_of_scopes) {
  EXPECT_EQ(ask("/kitchen", "ada").body.view(), "ada");
  const tenon::response refused = ask("/kitchen", "reader");
  EXPECT_EQ(refused.status, 403);
  EXPECT_NE(refused.body.view().find("runt:execute"), std::string_view::npos) << refused.body.view();
  EXPECT_EQ(app_.part<club>().cooked, 1);
}

TEST_F(route_options, refuse_a_long_body_before_anybody_is_asked) {
  EXPECT_EQ(ask("/kitchen", "ada", "1234").status, 200);
  const int asked = app_.part<identity>().exported().asked();
  const tenon::response refused = ask("/kitchen", "ada", "12345");
  EXPECT_EQ(refused.status, 413);
  EXPECT_EQ(refused.body.view(),
            R"({"error":"Content Too Large","message":"The body is longer than the 4 bytes that this takes"})");
  EXPECT_EQ(app_.part<identity>().exported().asked(), asked);
  EXPECT_EQ(app_.part<club>().cooked, 1);
}

TEST_F(route_options, answer_500_and_log_why_where_the_provider_fails) {
  app_.part<identity>().fails("broken", tenon::error(tenon::error_type::unknown, "the disk"));
  EXPECT_EQ(ask("/lounge", "broken").status, 500);
  EXPECT_EQ(ask("/later", "broken").status, 500);
  std::vector<tenon::testing::log_line> errors;
  for (const tenon::testing::log_line& line : log_.lines())
    if (line.level == tenon::log_level::error) errors.push_back(line);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_NE(errors[0].message.find("the disk"), std::string::npos);
  EXPECT_EQ(errors[0].request, "00000000-0");
}

TEST(route_terms, are_the_strictest_of_several) {
  using tenon::web::terms_of;
  constexpr auto terms =
      terms_of<tenon::get<"/a", tenon::requires_role<tenon::role::su>, tenon::requires_role<tenon::role::user>,
                          tenon::requires_scope<tenon::scope::execute>, tenon::requires_scope<tenon::scope::read>,
                          tenon::body_limit<10>, tenon::body_limit<1000>, tenon::optionally_authenticated>>;
  EXPECT_EQ(terms.least, tenon::role::su);
  EXPECT_EQ(terms.wanted, (std::array{true, true}));
  EXPECT_EQ(terms.body_limit, 10U);
  EXPECT_EQ(terms.who, tenon::web::admission::known);
}

TEST_F(route_options, of_a_handler_that_asks_itself_keep_nobody_from_it) {
  EXPECT_EQ(ask("/desk").body.view(), "nobody");
  EXPECT_EQ(app_.part<identity>().exported().asked(), 0);
  for (const tenon::web::route_row& one : decltype(app_)::routes())
    EXPECT_EQ(one.terms.asks_itself, one.pattern == "/desk") << one.pattern;
}

TEST_F(route_options, stand_in_the_table_before_anything_has_started) {
  for (const tenon::web::route_row& one : decltype(app_)::routes()) {
    const bool is_for_all = one.pattern == "/open" || one.pattern == "/desk" || one.pattern == "/later-door";
    EXPECT_EQ(one.terms.asks_who(), !is_for_all) << one.pattern;
    EXPECT_EQ(one.terms.plain_failures, one.pattern.ends_with("-door")) << one.pattern;
    EXPECT_EQ(one.terms.body_limit, one.pattern == "/kitchen" ? 4U : 0U) << one.pattern;
  }
}

}  // namespace
