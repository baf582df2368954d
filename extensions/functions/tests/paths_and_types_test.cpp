// What is no address of a function, and what is no JSON.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../functions.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"

// With a name, because the coroutines of functions.hpp hold contexts of these.
namespace functions_of_paths_and_types {

struct twice {
  static constexpr auto function = tenon::function{.name = "twice", .no_side_effects = true};
  int of = 1;
};
struct sums {
  static constexpr auto manifest = tenon::manifest{.name = "sums", .version = "1.0.0"};
  using functions = tenon::functions<twice>;
  int call(const twice& arguments) {
    ++called;
    return 2 * arguments.of;
  }
  int called = 0;
};
// What stands beside the functions, and in front of some of them for one host.
struct beside {
  static constexpr auto manifest = tenon::manifest{.name = "beside", .version = "1.0.0"};
  using files = tenon::get<"/{path...}">;
  using folder = tenon::get<"/api/{folder}/files/{name}">;
  using hosted = tenon::get<"/api/main/twice", tenon::subdomain<"old">>;
  using routes = tenon::routes<files, folder, hosted>;
  tenon::response handle(files, const tenon::request&) { return tenon::response::text("a file"); }
  tenon::response handle(folder, const tenon::request&) { return tenon::response::text("in a folder"); }
  tenon::response handle(hosted, const tenon::request&) { return tenon::response::text("of old"); }
};

class functions_by_http : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  struct asked {
    std::string_view path = "/api/main/twice", body = "";
    tenon::method method = tenon::method::post;
    std::vector<tenon::header> headers = {};
  };
  tenon::response ask(asked how) {
    how.headers.push_back({"Authorization", "ada"});
    tenon::exchange one{.request = {.method = how.method,
                                    .method_name = to_string(how.method),
                                    .target = how.path,
                                    .path = how.path,
                                    .headers = how.headers,
                                    .body = how.body}};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    return std::move(one.response);
  }
  static std::string text(const tenon::response& of) {
    return std::to_string(of.status).append(" ").append(of.body.view());
  }
  static std::string header(const tenon::response& of, std::string_view name) {
    for (const tenon::response_header& one : of.headers)
      if (one.name.view() == name) return one.value;
    return "none";
  }

  tenon::app<functions_door, tenon::testing::fake_http, tenon::testing::fake_identity, sums, beside> app_;
};

TEST_F(functions_by_http, say_of_a_path_that_is_none_of_theirs_that_it_is_not) {
  for (const std::string_view path :
       {"/api/main", "/api/main/", "/api/main/a/b", "/api/main/twice/", "/api/", "/api//x"})
    for (const tenon::method one :
         {tenon::method::get, tenon::method::head, tenon::method::post, tenon::method::put, tenon::method::patch,
          tenon::method::delete_, tenon::method::options, tenon::method::other}) {
      const tenon::response refused = ask({.path = path, .method = one});
      EXPECT_EQ(text(refused), R"(404 {"spec":"sys.api::InvalidPathErr","status":404,)"
                               R"("dis":"There is no function at this path. Call /api/main/FUNCTION."})")
          << to_string(one) << " " << path;
      EXPECT_EQ(header(refused, "Xeto-Version"), "5");
    }
  EXPECT_EQ(text(ask({.path = "/api/elsewhere/a/b"})),
            R"(404 {"spec":"sys.api::UnknownProjErr","status":404,"dis":"Unknown project: elsewhere"})");
}

TEST_F(functions_by_http, leave_what_others_answer_at_longer_paths_alone) {
  EXPECT_EQ(text(ask({.path = "/api/main/files/7", .method = tenon::method::get})), "200 in a folder");
  for (const tenon::method one : {tenon::method::post, tenon::method::other}) {
    const tenon::response refused = ask({.path = "/api/main/files/7", .method = one});
    EXPECT_EQ(refused.status, 405);
    EXPECT_EQ(header(refused, "Allow"), "GET, HEAD, OPTIONS");
  }
  const tenon::response options = ask({.path = "/api/main/files/7", .method = tenon::method::options});
  EXPECT_EQ(text(options), "204 ");
  EXPECT_EQ(header(options, "Allow"), "GET, HEAD, OPTIONS");
}

TEST_F(functions_by_http, are_called_where_what_others_answer_there_is_for_another_host_or_says_less) {
  EXPECT_EQ(text(ask({.method = tenon::method::get})), "200 2");
  EXPECT_EQ(text(ask({})), "200 2");
  EXPECT_EQ(text(ask({.method = tenon::method::get, .headers = {{"Host", "old.example.org"}}})), "200 of old");
  EXPECT_EQ(ask({.headers = {{"Host", "old.example.org"}}}).status, 405);
}

TEST_F(functions_by_http, take_arguments_as_JSON_alone) {
  for (const std::string_view type :
       {"", "application/json", "Application/JSON; charset=utf-8", "application/x-www-form-urlencoded"})
    EXPECT_EQ(text(ask({.body = R"( {"of": 4})", .headers = {{"Content-Type", type}}})), "200 8") << type;
  EXPECT_EQ(ask({.body = " ", .headers = {{"Content-Type", "text/plain"}}}).status, 200) << "there is nothing to read";
  const int called = app_.part<sums>().called;
  for (const std::string_view type : {"text/plain", "application/jsonx", "multipart/form-data; boundary=x"})
    EXPECT_EQ(ask({.body = R"({"of": 4})", .headers = {{"Content-Type", type}}}).status, 415) << type;
  EXPECT_EQ(text(ask({.body = "of=4", .headers = {{"Content-Type", "application/x-www-form-urlencoded"}}})),
            R"(415 {"spec":"sys.api::UnsupportedMediaTypeErr","status":415,"dis":"Arguments do not come as )"
            R"(application/x-www-form-urlencoded. Send one JSON object, as application/json."})");
  EXPECT_EQ(app_.part<sums>().called, called);
}

TEST_F(functions_by_http, give_JSON_and_are_not_called_for_whoever_will_not_have_it) {
  for (const std::string_view accept : {"", "*/*", "application/json", "text/html, Application/*;q=0.5",
                                        "text/html;q=0,\t*/* ; q=0.1", "application/json;v=1;q=1, */*;q=0"})
    EXPECT_EQ(ask({.headers = {{"Accept", accept}}}).status, 200) << accept;
  EXPECT_EQ(ask({.headers = {{"Accept", "text/html"}, {"accept", "application/json"}}}).status, 200);
  const int called = app_.part<sums>().called;
  for (const std::string_view accept : {"text/html", "rubbish", "application/jsonx", "application/json;q=0.0, */*",
                                        "*/*, application/json;q=0", "text/*, */*;q=0"})
    EXPECT_EQ(ask({.method = tenon::method::get, .headers = {{"Accept", accept}}}).status, 406) << accept;
  EXPECT_EQ(text(ask({.headers = {{"Accept", "text/html"}}})),
            R"(406 {"spec":"sys.api::NotAcceptableErr","status":406,"dis":"The header Accept has no room for )"
            R"(application/json, which results are. Name it, or send no Accept."})");
  EXPECT_EQ(app_.part<sums>().called, called);
}

}  // namespace functions_of_paths_and_types
