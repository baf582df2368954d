// Drivers of the reference server, over a real socket: what a client of the original sends, and gets.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

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

TEST_F(drivers, take_a_token_from_its_header_alone) {
  ASSERT_NE(server_.port(), 0) << server_.process().output();
  constexpr const char* missing = R"({"message":"Missing authentication token.","code":"token_missing"})";
  EXPECT_EQ(call(R"({"auth_token":")" + root_ + R"("})", "").body, missing);
  EXPECT_EQ(server_.ask({.method = "POST", .target = "/drivers/call?auth_token=" + root_, .body = "{}"}).body, missing);
  http_client page(server_.port());
  page.send("POST /drivers/call HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\nCookie: token=" + root_ +
            "; auth_token=" + root_ + "\r\n\r\n{}");
  EXPECT_EQ(page.receive().body, missing);
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

// What was acknowledged is there after a kill, whatever was under way.
TEST(values, that_were_acknowledged_survive_a_kill_under_writing_load) {
  const data_directory data;
  const auto increase = [](const server& one, const std::string& token) {
    return one.ask({.method = "POST",
                    .target = "/drivers/call",
                    .token = token,
                    .body = R"({"interface":"puter-kvstore","method":"incr","args":{"key":"n"}})"});
  };
  std::atomic<int> acknowledged{0};
  {
    server one(data);
    ASSERT_NE(one.port(), 0) << one.process().output();
    const std::string token = data.administrator_token();
    std::atomic<bool> done{false};
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i)
      clients.emplace_back([&] {
        try {
          while (!done)
            if (increase(one, token).body.find(R"("success":true)") != std::string::npos) ++acknowledged;
        } catch (const std::exception&) {  // the server is gone
        }
      });
    while (acknowledged < 50) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    one.process().signal(SIGKILL);
    one.process().wait();
    done = true;
    for (std::thread& client : clients) client.join();
  }
  server next(data);
  ASSERT_NE(next.port(), 0) << next.process().output();
  const std::string counted = increase(next, data.administrator_token()).body;
  const std::size_t at = counted.find(R"("result":)");
  ASSERT_NE(at, std::string::npos) << counted;
  const int total = std::stoi(counted.substr(at + 9)) - 1;
  EXPECT_GE(total, acknowledged);
  EXPECT_LE(total, acknowledged + 4);  // of each client one may have been done and not acknowledged
}

}  // namespace
