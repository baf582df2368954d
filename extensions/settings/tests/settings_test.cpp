#include "../settings.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/app.hpp"
#include "tenon/settings/file_store.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/recorded_log.hpp"
#include "tenon/testing/scratch_folder.hpp"
#include "tenon/word/restart.hpp"

namespace {

using tenon::testing::fake_http;
using tenon::testing::fake_identity;
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  struct settings {
    std::string greeting = "Hello";
    tenon::restart<int> workers = 4;
  };
};

class settings_door_test : public testing::Test {
 protected:
  using app_type = tenon::app<settings_door, fake_http, fake_identity, greeter>;
  void SetUp() override {
    store_.emplace(folder_.path("settings.json"));
    store_->keep(tenon::settings::sources({{"greeter"}}));
    app_.emplace(tenon::environment{.log_sink = log_.sink(), .settings_store = &*store_});
    ASSERT_TRUE(app_->start());
  }
  void TearDown() override { app_.reset(); }
  tenon::response ask(tenon::method method, std::string_view name, std::string_view path, std::string_view token,
                      std::string_view body = "") {
    const tenon::header authorization{"Authorization", token};
    tenon::exchange one{.request = {.method = method, .method_name = name, .target = path, .path = path, .body = body}};
    one.request.headers = {&authorization, 1};
    EXPECT_TRUE(app_->door().handle(app_->door().app, one));
    return std::move(one.response);
  }
  tenon::response get(std::string_view path, std::string_view token = "root") {
    return ask(tenon::method::get, "GET", path, token);
  }
  tenon::response patch(std::string_view path, std::string_view body, std::string_view token = "root") {
    return ask(tenon::method::patch, "PATCH", path, token, body);
  }

  tenon::testing::scratch_folder folder_;
  tenon::testing::recorded_log log_;
  std::optional<tenon::settings::file_store> store_;
  std::optional<app_type> app_;
};

TEST_F(settings_door_test, shows_values_and_where_they_come_from_to_an_administrator) {
  EXPECT_EQ(get("/api/settings/greeter").body.view(),
            R"({"extension":"greeter","values":{"greeting":"Hello","workers":4},"sources":{},"stored":{},"unfit":[]})");
  EXPECT_EQ(
      get("/api/settings").body.view(),
      R"([{"extension":"greeter","values":{"greeting":"Hello","workers":4},"sources":{},"stored":{},"unfit":[]}])");
}

TEST_F(settings_door_test, changes_them_and_says_who_starts_anew) {
  EXPECT_EQ(
      patch("/api/settings/greeter", R"({"greeting": "Hi", "workers": 5})").body.view(),
      R"({"settings":{"extension":"greeter","values":{"greeting":"Hi","workers":5},)"
      R"("sources":{"/greeting":"stored","/workers":"stored"},"stored":{"greeting":"Hi","workers":5},"unfit":[]},)"
      R"("restarting":["greeter"]})");
  app_->settle();
  EXPECT_EQ(app_->settings_of<greeter>().greeting, "Hi");
}

TEST_F(settings_door_test, refuses_a_wrong_change_with_every_finding) {
  const tenon::response answer = patch("/api/settings/greeter", R"({"greting": "Hi", "workers": "many"})");
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(answer.body.view().find(R"({"pointer":"/greting","message":"there is no such key. Did you mean)"),
            std::string_view::npos)
      << answer.body.view();
  EXPECT_NE(answer.body.view().find(R"("pointer":"/workers")"), std::string_view::npos);
  EXPECT_EQ(app_->settings_of<greeter>().greeting, "Hello");
}

TEST_F(settings_door_test, lets_nobody_else_in) {
  for (const auto& [token, status] : {std::pair("", 401), std::pair("ada", 403)}) {
    EXPECT_EQ(get("/api/settings", token).status, status);
    EXPECT_EQ(get("/api/settings/greeter", token).status, status);
    EXPECT_EQ(patch("/api/settings/greeter", R"({"greeting": "Hi"})", token).status, status);
  }
  EXPECT_EQ(app_->settings_of<greeter>().greeting, "Hello");
}

TEST_F(settings_door_test, lets_whoever_has_the_role_admin_in_as_the_functions_on_settings_do) {
  EXPECT_EQ(get("/api/settings", "boss").status, 200);
  EXPECT_EQ(patch("/api/settings/greeter", R"({"greeting": "Hi"})", "boss").status, 200);
  EXPECT_EQ(app_->settings_of<greeter>().greeting, "Hi");
}

TEST_F(settings_door_test, ends_a_program_that_has_nothing_to_keep_them_in) {
  EXPECT_THROW(app_type(tenon::environment{}), tenon::error);
}

TEST_F(settings_door_test, says_that_it_failed_where_nobody_could_find_out_who_asks) {
  app_->part<fake_identity>().fails(
      "damaged", tenon::error(tenon::error_type::unknown,
                              tenon::error_options{.message = "no key was read", .debug = R"({"why":"the disk"})"}));
  EXPECT_EQ(get("/api/settings", "damaged").status, 500);
  EXPECT_EQ(log_.lines().back().message,
            "GET /api/settings failed: unknown: no key was read, debug {\"why\":\"the disk\"}");
}

TEST_F(settings_door_test, knows_no_extension_that_has_no_settings) {
  EXPECT_EQ(get("/api/settings/http").status, 404);
  EXPECT_EQ(patch("/api/settings/gretter", "{}").status, 404);
}

}  // namespace
