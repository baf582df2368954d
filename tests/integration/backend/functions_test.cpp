// Functions of the reference server, over a real socket.
#include <gtest/gtest.h>

#include <string>

#include "stage.hpp"

namespace {

using namespace backend_test;

TEST(functions, are_answered_under_the_name_of_the_project) {
  const data_directory data;
  const server one(data, local, 0, {"--set", "functions.project=house"});
  ASSERT_NE(one.port(), 0);
  const auto call = [&](std::string target, std::string token) {
    return one.ask({.method = "POST", .target = std::move(target), .token = std::move(token)});
  };
  const answer unknown = call("/api/house/nothingOfThisName", data.administrator_token());
  EXPECT_EQ(unknown.status, 404);
  EXPECT_NE(unknown.body.find(R"("spec":"sys.api::UnknownFuncErr")"), std::string::npos) << unknown.body;
  EXPECT_EQ(unknown.header("Xeto-Version"), "5");
  EXPECT_NE(call("/api/main/nothingOfThisName", "").body.find("sys.api::UnknownProjErr"), std::string::npos);
  EXPECT_EQ(call("/api/house/nothingOfThisName", "").status, 401);
}

TEST(functions, greet_whom_they_are_told_to_by_POST_and_by_GET) {
  const data_directory data;
  const server one(data);
  ASSERT_NE(one.port(), 0);
  const std::string token = data.administrator_token();
  const auto posted = [&](std::string body) {
    return one.ask({.method = "POST", .target = "/api/main/helloWorld", .token = token, .body = std::move(body)});
  };
  for (const answer& to_the_world : {posted(""), posted("{}"), one.get("/api/main/helloWorld", token)}) {
    EXPECT_EQ(to_the_world.status, 200);
    EXPECT_EQ(to_the_world.body, R"("Hello, World!")");
  }
  for (const answer& to_dave :
       {posted(R"({"subject": "Dave"})"), one.get("/api/main/helloWorld?subject=Dave", token),
        one.get("/api/main/hello::helloWorld?subject=Dave", one.key(token, R"("scopes":["runt:read"])"))}) {
    EXPECT_EQ(to_dave.status, 200);
    EXPECT_EQ(to_dave.body, R"("Hello, Dave!")");
    EXPECT_EQ(to_dave.header("Content-Type"), "application/json");
    EXPECT_EQ(to_dave.header("Xeto-Version"), "5");
  }
  EXPECT_EQ(posted(R"({"subject": 7})").status, 400);
}

TEST(functions, on_settings_are_for_administrators) {
  const data_directory data;
  const server one(data);
  ASSERT_NE(one.port(), 0);
  const std::string admin = data.administrator_token(), user = one.key(admin);
  const answer shown = one.get("/api/main/extSettings?name=hello", admin);
  EXPECT_EQ(shown.status, 200);
  EXPECT_EQ(shown.body, R"({"greeting":"Hello"})");
  const answer refused = one.get("/api/main/extSettings?name=hello", user);
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(member(refused, "dis"), "Missing 'admin' permission: extSettings") << refused.body;
  const answer unchanged = one.ask({.method = "POST",
                                    .target = "/api/main/extSettingsUpdate",
                                    .token = user,
                                    .body = R"({"name": "hello", "changes": {"greeting": "Hi"}})"});
  EXPECT_EQ(unchanged.status, 403);
  EXPECT_EQ(member(unchanged, "dis"), "Missing 'admin' permission: extSettingsUpdate") << unchanged.body;
  EXPECT_EQ(one.get("/hello").body, "Hello, World!");
}

TEST(functions, stand_beside_the_keys_and_the_settings) {
  const data_directory data;
  const server one(data);
  ASSERT_NE(one.port(), 0);
  const std::string token = data.administrator_token();
  EXPECT_EQ(one.get("/api/settings/functions", token).status, 200);
  const answer wrong = one.ask({.method = "PUT", .target = "/api/api-keys/7", .token = token});
  EXPECT_EQ(wrong.status, 405);
  EXPECT_NE(wrong.body.find("PUT is not supported for this endpoint"), std::string::npos) << wrong.body;
}

TEST(functions, of_a_project_with_a_wrong_name_keep_the_program_from_serving) {
  const data_directory data;
  server one(data, local, 0, {"--set", "functions.project=ab"});
  EXPECT_EQ(one.port(), 0);
  EXPECT_NE(one.process().output().find("Project name too short"), std::string::npos) << one.process().output();
}

}  // namespace
