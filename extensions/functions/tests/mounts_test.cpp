// What extensions answer at their mounts is there below the project too, and nothing else is.
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

namespace functions_beside_mounts {

tenon::response told(const tenon::request& from) {
  return tenon::response::text(std::string(from.mount).append("|").append(from.rest));
}

struct audit {
  static constexpr auto manifest = tenon::manifest{.name = "audit.log", .version = "1.0.0", .needs = {{"identity"}}};
  using base = tenon::get<"/audit.log">;
  using own = tenon::get<"/audit.log/own/{id}">;
  using known = tenon::put<"/audit.log/known", tenon::requires_role<tenon::role::admin>, tenon::body_limit<3>,
                           tenon::rate_limit<5>>;
  using hosted = tenon::get<"/audit.log/hosted", tenon::subdomain<"api">>;
  using elsewhere = tenon::get<"/trail">;
  using anywhere = tenon::get<"/{first}/anywhere">;
  using routes = tenon::routes<base, own, known, hosted, elsewhere, anywhere>;
  tenon::response handle(base, const tenon::request& from) { return told(from); }
  tenon::response handle(own, const tenon::request& from) { return told(from); }
  tenon::response handle(known, const tenon::request& from) { return told(from); }
  tenon::response handle(hosted, const tenon::request& from) { return told(from); }
  tenon::response handle(elsewhere, const tenon::request& from) { return told(from); }
  tenon::response handle(anywhere, const tenon::request& from) { return told(from); }
};
// It lists routes below the mounts of others, and none at its own.
struct spy {
  static constexpr auto manifest = tenon::manifest{.name = "spy", .version = "1.0.0"};
  using hidden = tenon::get<"/audit.log/hidden">;
  using other_method = tenon::delete_<"/audit.log/own/{id}">;
  using at_desk = tenon::get<"/desk/hidden">;
  using routes = tenon::routes<hidden, other_method, at_desk>;
  tenon::response handle(hidden, const tenon::request&) { return tenon::response::text("hidden"); }
  tenon::response handle(other_method, const tenon::request&) { return tenon::response::text("deleted"); }
  tenon::response handle(at_desk, const tenon::request&) { return tenon::response::text("hidden"); }
};
struct desk {
  static constexpr auto manifest = tenon::manifest{.name = "desk", .version = "1.0.0"};
  tenon::response on_get(const tenon::request& from) { return told(from); }
};
// Where the framework answers nobody is mounted, whatever the name.
struct api {
  static constexpr auto manifest = tenon::manifest{.name = "api", .version = "1.0.0"};
  using keys = tenon::get<"/api/keys">;
  using routes = tenon::routes<keys>;
  tenon::response handle(keys, const tenon::request& from) { return told(from); }
};

class mounts_of_a_project : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  struct asked {
    tenon::method method = tenon::method::get;
    std::string_view token = "", body = "", host = "example.org";
  };
  tenon::response ask(std::string_view path, const asked& how) {
    const std::vector<tenon::header> headers{{"Authorization", how.token}, {"Host", how.host}};
    tenon::exchange one{.request = {.method = how.method,
                                    .method_name = how.method == tenon::method::other ? "BREW" : to_string(how.method),
                                    .target = path,
                                    .path = path,
                                    .headers = headers,
                                    .body = how.body,
                                    .remote_address = "10.0.0.1"}};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    return std::move(one.response);
  }
  tenon::response get(std::string_view path) { return ask(path, {}); }
  static std::string text(const tenon::response& of) {
    std::string out = std::to_string(of.status).append(" ").append(of.body.view());
    for (const tenon::response_header& one : of.headers)
      if (one.name.view() == "Allow") out.append(" Allow: ").append(one.value);
    return out;
  }

  tenon::app<functions_door, tenon::testing::fake_http, tenon::testing::fake_identity, audit, spy, desk, api> app_;
};

TEST_F(mounts_of_a_project, have_the_routes_that_an_extension_lists_below_its_name) {
  EXPECT_EQ(text(get("/audit.log/own/7")), "200 /audit.log/|own/7");
  EXPECT_EQ(text(get("/api/main/ext/audit.log/own/7")), "200 /api/main/ext/audit.log/|own/7");
  EXPECT_EQ(text(get("/api/main/ext/audit.log")), "200 /api/main/ext/audit.log|");
  EXPECT_EQ(text(get("/api/main/ext/%61udit.log/own/a%2Fb")), "200 /api/main/ext/%61udit.log/|own/a%2Fb");
}

TEST_F(mounts_of_a_project, ask_for_the_same_as_the_address_of_the_extension) {
  for (const std::string path : {"/audit.log/known", "/api/main/ext/audit.log/known"}) {
    EXPECT_EQ(ask(path, {.method = tenon::method::put}).status, 401) << path;
    EXPECT_EQ(ask(path, {.method = tenon::method::put, .token = "ada"}).status, 403) << path;
    EXPECT_EQ(ask(path, {.method = tenon::method::put, .token = "boss", .body = "long"}).status, 413) << path;
    EXPECT_EQ(ask(path, {.method = tenon::method::put, .token = "boss", .body = "tea"}).status, 200) << path;
  }
  EXPECT_EQ(ask("/audit.log/known", {.method = tenon::method::put, .token = "boss"}).status, 200);
  EXPECT_EQ(ask("/api/main/ext/audit.log/known", {.method = tenon::method::put, .token = "boss"}).status, 200);
  EXPECT_EQ(ask("/audit.log/known", {.method = tenon::method::put, .token = "boss"}).status, 200);
  EXPECT_EQ(ask("/api/main/ext/audit.log/known", {.method = tenon::method::put, .token = "boss"}).status, 429)
      << "both doors count together";
  EXPECT_EQ(ask("/api/main/ext/audit.log/hosted", {.host = "api.example.org"}).status, 200);
  EXPECT_EQ(get("/api/main/ext/audit.log/hosted").status, 404);
}

TEST_F(mounts_of_a_project, refuse_what_the_extension_does_not_serve_as_it_is_refused_there) {
  const std::string allow = R"( is not supported for this endpoint"} Allow: GET, HEAD, OPTIONS)";
  for (const tenon::method one : {tenon::method::post, tenon::method::other}) {
    const std::string name(one == tenon::method::other ? "BREW" : to_string(one));
    EXPECT_EQ(text(ask("/api/main/ext/audit.log/own/7", {.method = one})),
              R"(405 {"error":"Method Not Allowed","message":")" + name + allow);
  }
  EXPECT_EQ(text(ask("/api/main/ext/audit.log/own/7", {.method = tenon::method::options})),
            "204  Allow: GET, HEAD, OPTIONS");
  EXPECT_EQ(text(get("/api/main/ext/audit.log/nothing")), text(get("/audit.log/nothing")));
  EXPECT_EQ(ask("/api/main/ext/audit.log/nothing", {.method = tenon::method::other}).status, 404);
  EXPECT_EQ(ask("/api/main/ext/desk/7", {.method = tenon::method::other}).status, 501);
  const std::string cure = R"(. Name one that has web-handler hooks, or routes below its own name."})";
  EXPECT_EQ(
      text(get("/api/main/ext/spy/7")),
      R"(404 {"spec":"sys.api::UnknownEntityErr","status":404,"dis":"No extension answers on the web as spy)" + cure);
  EXPECT_EQ(text(get("/api/main/ext/")),
            R"(404 {"spec":"sys.api::UnknownEntityErr","status":404,"dis":"No extension is named behind ext/)" + cure);
}

TEST_F(mounts_of_a_project, have_nothing_that_is_listed_elsewhere_or_by_somebody_else) {
  EXPECT_EQ(get("/trail").status, 200);
  EXPECT_EQ(get("/api/main/ext/trail").status, 404);
  EXPECT_EQ(get("/audit.log/anywhere").status, 200);
  EXPECT_EQ(get("/api/main/ext/audit.log/anywhere").status, 404);
  EXPECT_EQ(get("/audit.log/hidden").status, 200);
  EXPECT_EQ(get("/api/main/ext/audit.log/hidden").status, 404);
  EXPECT_EQ(ask("/api/main/ext/audit.log/own/7", {.method = tenon::method::delete_}).status, 405);
  EXPECT_EQ(text(get("/desk/hidden")), "200 hidden");
  EXPECT_EQ(text(get("/api/main/ext/desk/hidden")), "200 /api/main/ext/desk/|hidden") << "its hook answers below";
  EXPECT_EQ(get("/api/main/ext/spy").status, 404);
  EXPECT_EQ(text(get("/api/keys")), "200 |");
  EXPECT_EQ(get("/api/main/ext/api/keys").status, 404);
}

}  // namespace functions_beside_mounts
