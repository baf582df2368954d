#include "../functions.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../arguments.hpp"
#include "../project_name.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/hand_loop.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

using tenon::testing::fake_http;
using tenon::testing::fake_identity;

struct hello_world {
  static constexpr auto function =
      tenon::function{.name = "helloWorld", .doc = "Greets somebody.", .no_side_effects = true};
  std::string subject = "World";
  std::vector<int> numbers{};
};
struct add {
  static constexpr auto function = tenon::function{.name = "add"};
  tenon::required<int> a;
  tenon::required<int> b;
};
struct close_shop {
  static constexpr auto function = tenon::function{.name = "closeShop", .admin = true};
};
struct burn_down {
  static constexpr auto function = tenon::function{.name = "burnDown", .su = true};
};
struct item {
  tenon::required<int> count;
  int price = 1;
};
struct buy {
  static constexpr auto function = tenon::function{.name = "buy", .no_side_effects = true};
  item one;
  std::optional<item> other{};
  std::vector<item> more{};
};
struct fail {
  static constexpr auto function = tenon::function{.name = "fail"};
  std::string how;
};
struct price {
  static constexpr auto function = tenon::function{.name = "price", .no_side_effects = true, .never_blocks = true};
  std::string of = "bread";
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using functions = tenon::functions<hello_world, add, close_shop, burn_down, buy, fail, price>;
  std::string call(const hello_world& arguments) {
    return "Hello " + arguments.subject + std::string(arguments.numbers.size(), '!');
  }
  int call(const add& arguments) { return arguments.a + arguments.b; }
  void call(const close_shop&) { closed = true; }
  void call(const burn_down&) {}
  int call(const buy& arguments) {
    int sum = arguments.one.count * arguments.one.price;
    if (arguments.other) sum += arguments.other->count;
    for (const item& one : arguments.more) sum += one.count;
    return sum;
  }
  std::string call(const price& arguments) { return arguments.of + " costs 3"; }
  void call(const fail& arguments) {
    if (arguments.how == "badly") throw std::runtime_error("the secret is 42");
    throw tenon::error(tenon::error_type::not_found,
                       tenon::error_options{.message = "no such thing", .data = R"({"id":7})"});
  }
  bool closed = false;
};
struct other_shop {
  static constexpr auto manifest = tenon::manifest{.name = "other_shop", .version = "1.0.0"};
  using functions = tenon::functions<close_shop>;
  void call(const close_shop&) {}
};
struct broken {
  static constexpr auto manifest = tenon::manifest{.name = "broken", .version = "1.0.0"};
  using functions = tenon::functions<fail>;
  void on_start() { throw std::runtime_error("no"); }
  void call(const fail&) {}
};
// What stands beside the functions under /api.
struct keys {
  static constexpr auto manifest = tenon::manifest{.name = "keys", .version = "1.0.0"};
  using list = tenon::get<"/api/api-keys">;
  using one = tenon::get<"/api/api-keys/{id}">;
  using routes = tenon::routes<list, one>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("keys"); }
  tenon::response handle(one, const tenon::request&) { return tenon::response::text("one key"); }
};

struct front_desk {
  static constexpr auto manifest = tenon::manifest{.name = "front-desk", .version = "1.0.0"};
  tenon::response on_get(const tenon::request& from) {
    return tenon::response::text(std::string(from.mount).append("|").append(from.rest));
  }
};

class functions_over_http : public testing::Test {
 protected:
  using app_type = tenon::app<functions_door, fake_http, fake_identity, shop, other_shop, broken, keys, front_desk>;
  functions_over_http() : app_({.log_sink = log_.sink()}) { app_.start(); }

  tenon::response ask(tenon::method method, std::string_view path, std::string_view body, std::string_view token,
                      std::string_view version = "5") {
    const std::vector<tenon::header> headers{{"Authorization", token}, {"Xeto-Version", version}};
    const std::size_t mark = path.find('?');
    tenon::exchange one{.request = {.method = method,
                                    .method_name = to_string(method),
                                    .target = path,
                                    .path = path.substr(0, mark),
                                    .query = mark == path.npos ? "" : path.substr(mark + 1),
                                    .headers = headers,
                                    .body = body,
                                    .origin = 7,
                                    .number = 43}};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    return std::move(one.response);
  }
  tenon::response post(std::string_view path, std::string_view body = "", std::string_view token = "ada") {
    return ask(tenon::method::post, path, body, token);
  }
  tenon::response get(std::string_view path, std::string_view token = "ada") {
    return ask(tenon::method::get, path, "", token);
  }
  static std::string header(const tenon::response& of, std::string_view name) {
    for (const tenon::response_header& one : of.headers)
      if (one.name.view() == name) return one.value;
    return {};
  }
  static std::string text(const tenon::response& of) {
    return std::to_string(of.status).append(" ").append(of.body.view());
  }

  tenon::testing::recorded_log log_;
  app_type app_;
};

TEST_F(functions_over_http, are_called_with_named_arguments_and_give_a_bare_value) {
  EXPECT_EQ(text(post("/api/main/helloWorld", R"({"subject": "Dave"})")), R"(200 "Hello Dave")");
  EXPECT_EQ(text(post("/api/main/shop::add", R"({"a": 1, "b": 2, "c": "nobody reads this"})")), "200 3");
}

TEST_F(functions_over_http, are_called_on_the_servers_thread_where_nothing_can_block) {
  struct asked {
    std::string_view path, token;
    bool on_a_worker;
    std::string_view answer;
  };
  for (const asked& how : {asked{"/api/main/price", "root", false, R"("bread costs 3")"},
                           asked{"/api/main/shop::price", "root", false, R"("bread costs 3")"},
                           asked{"/api/main/price", "ada", true, R"("bread costs 3")"},
                           asked{"/api/main/helloWorld", "root", true, R"("Hello World")"},
                           asked{"/api/main/price", "", false, R"({"spec":"sys.api::AuthErr")"},
                           asked{"/api/other/helloWorld", "ada", false, R"({"spec":"sys.api::UnknownProjErr")"}}) {
    tenon::testing::hand_loop loop;
    tenon::testing::later one(loop, tenon::method::post, how.path);
    const tenon::header authorization{"Authorization", how.token};
    one.exchange.request.headers = {&authorization, 1};
    EXPECT_EQ(app_.door().handle(app_.door().app, one.exchange), !how.on_a_worker) << how.path << " by " << how.token;
    if (how.on_a_worker) {
      loop.settle();
    }
    EXPECT_EQ(loop.offloaded(), how.on_a_worker ? 1 : 0);
    EXPECT_TRUE(one.exchange.response.body.view().starts_with(how.answer)) << one.exchange.response.body.view();
  }
}

TEST_F(functions_over_http, stand_beside_what_extensions_answer_at_their_mounts) {
  EXPECT_EQ(text(get("/api/main/ext/front-desk/keys/7")), "200 /api/main/ext/front-desk/|keys/7");
  EXPECT_EQ(text(get("/api/main/ext/front-desk")), "200 /api/main/ext/front-desk|");
  EXPECT_EQ(text(get("/api/other/ext/front-desk")),
            R"(404 {"spec":"sys.api::UnknownProjErr","status":404,"dis":"Unknown project: other"})");
  EXPECT_EQ(post("/api/main/ext/front-desk").status, 501) << "what a mount has no hook for";
  for (const std::string_view path : {"/api/main/ext/keys", "/api/main/ext/api/main/helloWorld"}) {
    const tenon::response refused = get(path);
    EXPECT_EQ(refused.status, 404) << path;
    EXPECT_NE(refused.body.view().find("No extension answers on the web as"), std::string_view::npos)
        << refused.body.view();
  }
}

TEST_F(functions_over_http, take_defaults_for_what_is_not_said) {
  EXPECT_EQ(text(post("/api/main/helloWorld")), R"(200 "Hello World")");
  EXPECT_EQ(text(post("/api/main/helloWorld", "{}")), R"(200 "Hello World")");
}

TEST_F(functions_over_http, give_null_where_the_function_gives_nothing) {
  EXPECT_EQ(text(post("/api/main/shop::closeShop", "", "boss")), "200 null");
  EXPECT_TRUE(app_.part<shop>().closed);
}

TEST_F(functions_over_http, take_bare_values_of_a_query_where_they_change_nothing) {
  EXPECT_EQ(text(get("/api/main/helloWorld?subject=Mr.%20X+Y&numbers=[1,2]&xeto-version=5&unknown=1")),
            R"(200 "Hello Mr. X Y!!")");
  EXPECT_EQ(text(get("/api/main/helloWorld")), R"(200 "Hello World")");
}

TEST_F(functions_over_http, say_the_version_in_every_answer) {
  EXPECT_EQ(header(post("/api/main/helloWorld"), "Xeto-Version"), "5");
  EXPECT_EQ(header(post("/api/elsewhere/helloWorld"), "Xeto-Version"), "5");
}

TEST_F(functions_over_http, know_one_version_and_hear_the_query_before_the_header) {
  EXPECT_EQ(text(ask(tenon::method::get, "/api/main/helloWorld", "", "ada", "4")),
            R"(400 {"spec":"sys.api::UnsupportedVersionErr","status":400,)"
            R"("dis":"Unsupported Xeto-Version: 4. Send 5, or none."})");
  EXPECT_EQ(ask(tenon::method::get, "/api/main/helloWorld?xeto-version=5", "", "ada", "4").status, 200);
}

TEST_F(functions_over_http, of_another_project_are_unknown_before_anybody_is_asked_who_it_is) {
  EXPECT_EQ(text(post("/api/elsewhere/helloWorld", "", "")),
            R"(404 {"spec":"sys.api::UnknownProjErr","status":404,"dis":"Unknown project: elsewhere"})");
}

TEST_F(functions_over_http, are_for_those_who_are_known) {
  const tenon::response answer = post("/api/main/nothing", "", "");
  EXPECT_EQ(text(answer), R"(401 {"spec":"sys.api::AuthErr","status":401,"dis":"Missing or invalid auth token"})");
  EXPECT_EQ(header(answer, "WWW-Authenticate"), "Bearer");
}

TEST_F(functions_over_http, that_nobody_has_are_answered_with_the_nearest) {
  EXPECT_EQ(text(post("/api/main/helloWord")), R"(404 {"spec":"sys.api::UnknownFuncErr","status":404,)"
                                               R"("dis":"Unknown function: helloWord. Did you mean helloWorld?"})");
  EXPECT_EQ(post("/api/main/other_shop::helloWorld").status, 404);
}

TEST_F(functions_over_http, that_several_have_are_answered_with_all_of_them) {
  EXPECT_EQ(text(post("/api/main/closeShop", "", "root")),
            R"(404 {"spec":"sys.api::AmbiguousFuncErr","status":404,)"
            R"("dis":"Several extensions have a function closeShop. Name one of them.",)"
            R"("candidates":["other_shop::closeShop","shop::closeShop"]})");
}

TEST_F(functions_over_http, that_change_something_are_not_called_by_GET) {
  const tenon::response answer = get("/api/main/add?a=1&b=2");
  EXPECT_EQ(text(answer), R"(405 {"spec":"sys.api::MethodNotAllowedErr","status":405,)"
                          R"("dis":"GET may not call add, which has side effects. Use POST.","allow":["POST"]})");
  EXPECT_EQ(header(answer, "Allow"), "POST");
}

TEST_F(functions_over_http, know_no_other_method) {
  for (const tenon::method one : {tenon::method::put, tenon::method::patch, tenon::method::delete_}) {
    const tenon::response answer = ask(one, "/api/main/helloWorld", "", "ada");
    EXPECT_EQ(answer.status, 501);
    EXPECT_NE(answer.body.view().find("sys.api::NotImplementedErr"), std::string_view::npos);
  }
  const tenon::response other = ask(tenon::method::other, "/api/main/helloWorld", "", "ada");
  EXPECT_EQ(text(other),
            R"(501 {"spec":"sys.api::NotImplementedErr","status":501,"dis":"OTHER is not implemented. Use POST."})");
  EXPECT_EQ(header(other, "Xeto-Version"), "5");
  EXPECT_EQ(ask(tenon::method::other, "/api/main/nothing", "", "ada").status, 404);
  EXPECT_EQ(ask(tenon::method::other, "/api/main/helloWorld", "", "").status, 401);
}

TEST_F(functions_over_http, say_of_every_argument_what_is_wrong_with_it) {
  EXPECT_EQ(text(post("/api/main/add", R"({"a": "one"})")),
            R"(400 {"spec":"sys.api::InvalidArgsErr","status":400,"dis":"Invalid arguments","args":[)"
            R"({"name":"a","dis":"expected a whole number, found \"one\". Write a number, e.g. 0."},)"
            R"({"name":"b","dis":"expected a whole number, found nothing. Add \"b\"."}]})");
  const tenon::response by_query = get("/api/main/helloWorld?numbers=many&subject=a&subject=b");
  EXPECT_EQ(by_query.status, 400);
  EXPECT_NE(by_query.body.view().find(R"({"name":"subject","dis":"it is given twice)"), std::string_view::npos)
      << by_query.body.view();
  EXPECT_NE(by_query.body.view().find(R"({"name":"numbers")"), std::string_view::npos) << by_query.body.view();
}

TEST_F(functions_over_http, ask_whether_a_name_that_nobody_knows_was_meant_for_what_is_missing) {
  constexpr std::string_view meant = R"(found nothing. Add \"one\". Did you mean it by \"onne\"?)";
  const std::string by_query = text(get("/api/main/buy?onne=%7B%7D")),
                    by_body = text(post("/api/main/buy", R"({"onne": {}})"));
  EXPECT_NE(by_query.find(meant), std::string::npos) << by_query;
  EXPECT_NE(by_body.find(meant), std::string::npos) << by_body;
  EXPECT_EQ(text(get("/api/main/buy?price=7&more=%5B%5D")).find("Did you mean"), std::string::npos)
      << "nothing is near";
  EXPECT_EQ(text(post("/api/main/buy", R"({"one": 3})")).find("Did you mean"), std::string::npos) << "it is there";
}

TEST_F(functions_over_http, want_what_has_to_be_said_inside_of_an_argument_too) {
  const std::string missing = R"(400 {"spec":"sys.api::InvalidArgsErr","status":400,"dis":"Invalid arguments","args":[)"
                              R"({"name":"one","dis":"expected an object, found nothing. Add \"one\"."}]})";
  EXPECT_EQ(text(post("/api/main/buy")), missing);
  EXPECT_EQ(text(get("/api/main/buy")), missing);
  EXPECT_EQ(text(post("/api/main/buy", R"({"one": {"count": 3}})")), "200 3");
  EXPECT_EQ(text(post("/api/main/buy", R"({"one": {"count": 3}, "other": {"count": 2}, "more": [{"count": 4}]})")),
            "200 9");
  EXPECT_NE(post("/api/main/buy", R"({"one": {"count": 3}, "more": [{"price": 4}]})")
                .body.view()
                .find(R"({"name":"more","dis":"/0/count: expected a whole number, found nothing. Add \"count\"."})"),
            std::string_view::npos);
}

TEST_F(functions_over_http, say_where_in_an_argument_something_is_wrong) {
  const tenon::response answer = get(R"(/api/main/buy?one={"count":"q","price":"r"})");
  EXPECT_NE(answer.body.view().find(R"({"name":"one","dis":"/count: expected a whole number)"), std::string_view::npos)
      << answer.body.view();
  EXPECT_NE(answer.body.view().find(R"({"name":"one","dis":"/price: expected a whole number)"), std::string_view::npos);
}

TEST_F(functions_over_http, answer_as_this_api_where_nobody_can_tell_who_is_calling) {
  app_.part<fake_identity>().fails("unlucky",
                                   tenon::error(tenon::error_type::server_misconfigured, "the database is away"));
  const tenon::response answer = post("/api/main/helloWorld", "", "unlucky");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(header(answer, "Xeto-Version"), "5");
  EXPECT_NE(answer.body.view().find(R"("spec":"sys.api::InternalErr")"), std::string_view::npos);
  EXPECT_EQ(log_.lines().back().message, "telling who is calling failed: the database is away");
  EXPECT_EQ(log_.lines().back().request, "00000007-2b");
}

TEST_F(functions_over_http, refuse_a_body_that_is_no_object) {
  for (const std::string_view body : {"[1,2]", "{", "7"}) {
    const tenon::response answer = post("/api/main/add", body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_NE(answer.body.view().find(R"("args":[])"), std::string_view::npos) << answer.body.view();
  }
}

TEST_F(functions_over_http, ask_for_the_rights_that_the_function_asks_for) {
  EXPECT_EQ(
      text(post("/api/main/shop::closeShop")),
      R"(403 {"spec":"sys.api::PermissionErr","status":403,"dis":"Missing 'admin' permission: shop::closeShop"})");
  EXPECT_EQ(post("/api/main/shop::closeShop", "", "root").status, 200);
  EXPECT_EQ(text(post("/api/main/burnDown", "not even JSON", "boss")),
            R"(403 {"spec":"sys.api::PermissionErr","status":403,"dis":"Missing 'su' permission: burnDown"})");
  EXPECT_EQ(post("/api/main/burnDown", "", "root").status, 200);
}

TEST_F(functions_over_http, let_a_token_that_may_only_read_call_what_changes_nothing) {
  EXPECT_EQ(get("/api/main/helloWorld", "reader").status, 200);
  EXPECT_EQ(text(post("/api/main/add", R"({"a": 1, "b": 2})", "reader")),
            R"(403 {"spec":"sys.api::PermissionErr","status":403,"dis":"Missing 'runt:execute' permission: add"})");
}

TEST_F(functions_over_http, of_an_extension_in_fault_are_unavailable) {
  EXPECT_EQ(text(post("/api/main/broken::fail")),
            R"(503 {"spec":"sys.api::UnavailableErr","status":503,"dis":"The extension broken does not run"})");
}

TEST_F(functions_over_http, that_fail_say_what_they_threw) {
  EXPECT_EQ(text(post("/api/main/shop::fail")),
            R"(404 {"spec":"sys.api::UnknownEntityErr","status":404,"dis":"no such thing",)"
            R"("type":"not_found","data":{"id":7}})");
}

TEST_F(functions_over_http, keep_what_only_the_log_should_know) {
  const tenon::response answer = post("/api/main/shop::fail", R"({"how": "badly"})");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.view().find("secret"), std::string_view::npos);
  EXPECT_NE(log_.lines().back().message.find("the secret is 42"), std::string::npos) << log_.lines().back().message;
}

// As a log of text writes it, also from a worker, which has the request in a copy.
TEST_F(functions_over_http, that_fail_are_logged_with_the_id_of_the_request) {
  static_cast<void>(post("/api/main/shop::fail", R"({"how": "badly"})"));
  EXPECT_EQ(log_.lines().back().request, "00000007-2b") << log_.lines().back().message;
  tenon::testing::hand_loop loop;
  tenon::testing::later one(loop, tenon::method::post, "/api/main/shop::fail");
  const std::vector<tenon::header> headers{{"Authorization", "ada"}, {"X-Request-Id", "their-own"}};
  one.exchange.request.headers = headers;
  one.exchange.request.body = R"({"how": "badly"})";
  EXPECT_FALSE(app_.door().handle(app_.door().app, one.exchange));
  loop.settle();
  EXPECT_EQ(one.exchange.response.status, 500);
  EXPECT_EQ(log_.lines().back().request, "their-own") << log_.lines().back().message;
}

TEST_F(functions_over_http, leave_the_other_routes_under_api_alone) {
  EXPECT_EQ(get("/api/api-keys").body.view(), "keys");
  EXPECT_EQ(get("/api/api-keys/7").body.view(), "one key");
}

TEST_F(functions_over_http, leave_a_wrong_method_at_such_a_route_what_it_was) {
  for (const tenon::method one :
       {tenon::method::post, tenon::method::put, tenon::method::delete_, tenon::method::other}) {
    const tenon::response answer = ask(one, "/api/api-keys/7", "", "ada");
    EXPECT_EQ(text(ask(one, "/api/api-keys", "", "ada")), text(answer));
    EXPECT_EQ(text(answer), std::string(R"(405 {"error":"Method Not Allowed","message":")")
                                .append(to_string(one))
                                .append(R"( is not supported for this endpoint"})"));
    EXPECT_EQ(header(answer, "Allow"), "GET, HEAD, OPTIONS");
  }
}

TEST_F(functions_over_http, leave_the_methods_of_such_a_route_what_they_were) {
  EXPECT_EQ(header(ask(tenon::method::options, "/api/api-keys/7", "", ""), "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(header(ask(tenon::method::options, "/api/%61pi-keys/7", "", ""), "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(header(ask(tenon::method::options, "/api/api-keys", "", ""), "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(header(ask(tenon::method::options, "/api/main/helloWorld", "", ""), "Allow"), "GET, HEAD, POST, OPTIONS");
}

// A project that is called like the folder of somebody else's routes.
struct shelves {
  static constexpr auto manifest = tenon::manifest{.name = "shelves", .version = "1.0.0"};
  using one = tenon::get<"/api/main/shelf">;
  using routes = tenon::routes<one>;
  tenon::response handle(one, const tenon::request&) { return tenon::response::text("a shelf"); }
};
TEST(functions_beside_a_route_of_their_project, leave_it_alone_whatever_the_method) {
  tenon::app<functions_door, fake_http, fake_identity, shelves> app;
  app.start();
  tenon::exchange one{.request = {.method = tenon::method::post, .method_name = "POST", .path = "/api/main/shelf"}};
  EXPECT_TRUE(app.door().handle(app.door().app, one));
  EXPECT_EQ(one.response.status, 405);
}

TEST(query, is_asked_for_every_argument_that_has_to_be_there) {
  add arguments = tenon::arguments_of_nobody::make<add>();
  const tenon_functions::verdict found =
      tenon_functions::read_query("a=1&&=", tenon::reflect::described<add>, &arguments);
  EXPECT_EQ(arguments.a, 1);
  ASSERT_EQ(found.wrong.size(), 1U);
  EXPECT_EQ(found.wrong[0].name, "b");
  EXPECT_EQ(found.wrong[0].dis, "expected a whole number, found nothing. Add \"b\".");
}

TEST(project_name, is_three_to_sixty_two_letters_digits_and_underscores) {
  using tenon_functions::project_name_problem;
  EXPECT_EQ(project_name_problem("main"), "");
  EXPECT_EQ(project_name_problem("my_house2"), "");
  EXPECT_TRUE(project_name_problem("ab").starts_with("Project name too short."));
  EXPECT_TRUE(project_name_problem(std::string(63, 'a')).starts_with("Project name too long."));
  for (const char* one : {"Main", "my-house", "7up", "a b c"})
    EXPECT_TRUE(project_name_problem(one).starts_with("Project name not valid tag name.")) << one;
}

TEST(functions_settings, are_checked_before_the_program_starts) {
  functions_door::settings given;
  EXPECT_TRUE(functions_door::check(given, {}).empty());
  given.project = std::string("ab");
  EXPECT_EQ(functions_door::check(given, {}).size(), 1U);
}

}  // namespace
