// Drivers of the reference server, over a real socket: what a client of the original sends, and gets.
#include <gtest/gtest.h>

#include <string>

#include "stage.hpp"

namespace {

using namespace backend_test;

class drivers : public testing::Test {
 protected:
  answer call(std::string body, std::string token) const {
    return server_.ask(
        {.method = "POST", .target = "/drivers/call", .token = std::move(token), .body = std::move(body)});
  }
  std::string greet(std::string_view args, std::string token) const {
    std::string body = R"({"interface":"hello-world","driver":"no-frills","method":"greet","args":)";
    const answer got = call(body.append(args).append("}"), std::move(token));
    EXPECT_EQ(got.status, 200);
    return got.body;
  }

  data_directory data_;
  server server_{data_, local, 0, {"--set", "hello.greeting=Welcome"}};
  std::string root_ = data_.administrator_token();
};

TEST_F(drivers, greet_whoever_has_a_token_in_the_envelope_of_the_original) {
  ASSERT_NE(server_.port(), 0) << server_.process().output();
  constexpr const char* before = R"({"success":true,"service":{"name":"no-frills","version":"1.0.0"},"result":")";
  constexpr const char* after = R"(","metadata":{}})";
  const std::string key = server_.key(root_, R"("scopes":["runt:read","runt:execute"])");
  for (const std::string& token : {root_, key}) {
    EXPECT_EQ(greet(R"({"subject":"Dave"})", token), std::string(before).append("Welcome, Dave!").append(after));
    EXPECT_EQ(greet("{}", token), std::string(before).append("Welcome, World!").append(after));
    EXPECT_EQ(greet(R"("Dave")", token), std::string(before).append("Welcome, Dave!").append(after));
    EXPECT_EQ(greet(R"({"subject":"%config%"})", token),
              std::string(before).append(R"({\"greeting\":\"Welcome\"})").append(after));
    EXPECT_EQ(greet(R"({"subject":"%fail%"})", token), R"({"success":false,"error":"failing on purpose"})");
  }
  EXPECT_EQ(call("{}", "").status, 401);
  EXPECT_EQ(call("{}", "").body, R"({"message":"Missing authentication token.","code":"token_missing"})");
  EXPECT_EQ(call("{}", "made up").body, R"({"message":"Authentication failed.","code":"token_auth_failed"})");
}

TEST_F(drivers, are_listed_with_their_interface) {
  ASSERT_NE(server_.port(), 0) << server_.process().output();
  EXPECT_NE(server_.get("/lsmod", root_).body.find(R"("implementors":{"no-frills":{}})"), std::string::npos)
      << server_.get("/lsmod", root_).body;
  EXPECT_NE(server_.get("/drivers/list-interfaces", root_).body.find(R"("hello-world":{"description":"Greets)"),
            std::string::npos);
  greet("{}", root_);
  EXPECT_NE(server_.get("/drivers/usage", root_).body.find(R"("driver.interface":"hello-world")"), std::string::npos);
}

}  // namespace
