// Settings of the reference server, changed while it runs.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "stage.hpp"

namespace {

using namespace backend_test;
using namespace std::chrono_literals;

answer change(const server& of, const data_directory& data, std::string extension, std::string patch) {
  return of.ask({.method = "PATCH",
                 .target = "/api/settings/" + extension,
                 .token = data.administrator_token(),
                 .body = std::move(patch)});
}

// The value and where it comes from, of the implementation's own variable and of that which every extension has.
TEST(settings, are_read_from_the_environment_and_say_so) {
  const data_directory data;
  std::vector<std::string> environment = known_address;
  environment.insert(environment.end(), {R"(EXTENSION_CONFIG={"deployment": "preview"})", "TENON_HELLO__GREETING=Moin",
                                         "TENON_HTTP__IDLE_TIMEOUT=33s", "TENON_HTTP_PORT=1"});
  server one(data, local, 0, {}, environment);
  ASSERT_NE(one.port(), 0) << one.process().output();
  EXPECT_NE(one.get("/api/health").body.find("preview"), std::string::npos) << one.get("/api/health").body;
  EXPECT_EQ(one.get("/hello?subject=Dave").body, "Moin, Dave!");
  const auto shown = [&](const std::string& extension) {
    return one.get("/api/settings/" + extension, data.administrator_token()).body;
  };
  EXPECT_NE(shown("extension_impl").find(R"("sources":{"/deployment":"EXTENSION_CONFIG"})"), std::string::npos)
      << shown("extension_impl");
  EXPECT_NE(shown("hello").find(R"("greeting":"Moin")"), std::string::npos) << shown("hello");
  EXPECT_NE(shown("hello").find(R"("sources":{"/greeting":"TENON_HELLO__GREETING"})"), std::string::npos)
      << shown("hello");
  EXPECT_NE(shown("http").find(R"("/idle_timeout":"TENON_HTTP__IDLE_TIMEOUT")"), std::string::npos) << shown("http");
  // One that sets nothing is told.
  EXPECT_NE(one.process().output().find("TENON_HTTP_PORT is not read: between an extension and its key stand two "
                                        "underscores. Write TENON_HTTP__PORT."),
            std::string::npos)
      << one.process().output();
}

TEST(settings, that_are_changed_hold_at_once_and_after_a_kill) {
  const data_directory data;
  {
    server one(data);
    ASSERT_NE(one.port(), 0) << one.process().output();
    EXPECT_EQ(change(one, data, "extension_impl", R"({"deployment": "preview"})").status, 200);
    EXPECT_NE(one.get("/api/health").body.find("preview"), std::string::npos) << one.get("/api/health").body;
    one.process().signal(SIGKILL);
    one.process().wait();
  }
  server next(data);
  ASSERT_NE(next.port(), 0) << next.process().output();
  EXPECT_NE(next.get("/api/health").body.find("preview"), std::string::npos);
  EXPECT_NE(next.process().output().find("its settings.json has changes for local, which only --set overrules"),
            std::string::npos)
      << next.process().output();
}

TEST(settings, that_a_function_changes_are_seen_by_the_extension_at_once_and_after_a_kill) {
  const data_directory data;
  {
    server one(data);
    ASSERT_NE(one.port(), 0) << one.process().output();
    EXPECT_EQ(one.get("/hello?subject=Dave").body, "Hello, Dave!");
    const answer made = one.ask({.method = "POST",
                                 .target = "/api/main/extSettingsUpdate",
                                 .token = data.administrator_token(),
                                 .body = R"({"name": "hello", "changes": {"greeting": "Good morning"}})"});
    EXPECT_EQ(made.status, 200);
    EXPECT_EQ(made.body, R"({"greeting":"Good morning"})");
    EXPECT_EQ(one.get("/hello?subject=Dave").body, "Good morning, Dave!");
    one.process().signal(SIGKILL);
    one.process().wait();
  }
  server next(data);
  ASSERT_NE(next.port(), 0) << next.process().output();
  EXPECT_EQ(next.get("/hello?subject=Dave").body, "Good morning, Dave!");
}

// The door may be shut for a moment; whoever was let in gets an answer.
TEST(settings, that_need_a_restart_lose_no_request_that_has_come_in) {
  const data_directory data;
  const int port = server(data).port();
  ASSERT_NE(port, 0);
  server one(data, local, port);
  ASSERT_EQ(one.port(), port) << one.process().output();
  std::atomic<bool> done{false};
  std::atomic<int> answered{0}, refused{0}, lost{0};
  std::thread client([&] {
    while (!done) {
      std::optional<http_client> connection;
      try {
        connection.emplace(port);
      } catch (const std::exception&) {
        ++refused;
        continue;
      }
      try {
        connection->send(ask{.target = "/healthz"}.text());
        ++(connection->receive().status == 200 ? answered : lost);
      } catch (const std::exception&) {
        // Between accept and the first byte read a connection may be closed: nothing of the request has been seen.
        ++refused;
      }
    }
  });
  for (int seconds = 31; seconds < 36; ++seconds) {
    const std::string patch = R"({"idle_timeout": ")" + std::to_string(seconds) + R"(s"})";
    answer made;
    for (int tries = 0; tries < 100 && made.status == 0; ++tries) try {
        made = change(one, data, "http", patch);
      } catch (const std::exception&) {
        std::this_thread::sleep_for(5ms);
      }
    EXPECT_EQ(made.status, 200) << made.body;
  }
  std::this_thread::sleep_for(200ms);
  done = true;
  client.join();
  EXPECT_GT(answered, 0);
  EXPECT_EQ(lost, 0);
  EXPECT_NE(one.process().output().find("starts anew with its new settings"), std::string::npos);
  EXPECT_NE(one.get("/api/settings/http", data.administrator_token()).body.find(R"("idle_timeout":"35s")"),
            std::string::npos);
  one.process().signal(SIGTERM);
  EXPECT_EQ(one.process().wait(), 0) << one.process().output();
}

// The restart waits for a request that is not all there yet, so it is certain that nobody has tried the change.
void change_and_kill(const data_directory& data, std::string patch) {
  server one(data, local, 0, {"--set", "http.drain_timeout=1min"});
  ASSERT_NE(one.port(), 0) << one.process().output();
  http_client half(one.port());
  half.send(ask{.target = "/healthz"}.text() + "POST /api/api-keys HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{");
  ASSERT_EQ(half.receive().status, 200) << "so what is behind it has come too";
  EXPECT_EQ(change(one, data, "http", std::move(patch)).status, 200);
  ASSERT_TRUE(one.process().says("http: starts anew with its new settings"));
  one.process().signal(SIGKILL);
  one.process().wait();
}

TEST(settings, that_nobody_has_tried_before_a_kill_are_tried_by_the_next_start_and_taken_back_where_it_fails) {
  const data_directory data;
  change_and_kill(data, R"({"address": "203.0.113.7", "threads": 2})");
  {
    server next(data);
    ASSERT_NE(next.port(), 0) << next.process().output();
    const std::string said = next.process().output();
    EXPECT_NE(said.find("settings.json: /http: what was changed last had not been seen to start"), said.npos) << said;
    EXPECT_NE(said.find("http: goes back to the settings that it had before"), said.npos) << said;
    const std::string shown = next.get("/api/settings/http", data.administrator_token()).body;
    EXPECT_NE(shown.find(R"("stored":{})"), shown.npos) << shown;
  }
  server third(data);
  ASSERT_NE(third.port(), 0) << third.process().output();
  EXPECT_EQ(third.process().output().find("/http: what was changed last"), std::string::npos);
}

TEST(settings, that_nobody_has_tried_before_a_kill_hold_where_the_next_start_succeeds_with_them) {
  const data_directory data;
  change_and_kill(data, R"({"threads": 2})");
  for (const bool is_on_trial : {true, false}) {
    server next(data);
    ASSERT_NE(next.port(), 0) << next.process().output();
    const std::string said = next.process().output();
    EXPECT_EQ(said.find("/http: what was changed last had not been seen to start") != said.npos, is_on_trial) << said;
    const std::string shown = next.get("/api/settings/http", data.administrator_token()).body;
    EXPECT_NE(shown.find(R"("stored":{"threads":2})"), shown.npos) << shown;
  }
}

// At no chosen moment: in the change, in the restart, or in writing down that it has succeeded.
TEST(settings, that_were_answered_are_there_after_a_kill_at_any_time) {
  const data_directory data;
  int answered = 1000, sent = answered;
  for (int round = 0; round < 8; ++round) {
    server one(data);
    ASSERT_NE(one.port(), 0) << one.process().output();
    const std::string shown = one.get("/api/settings/data", data.administrator_token()).body;
    constexpr std::string_view key = R"("stored":{"kv_max_keys":)";
    if (const std::size_t at = shown.find(key); round != 0 && at != shown.npos) {
      const int stored = std::stoi(shown.substr(at + key.size()));
      EXPECT_TRUE(stored >= answered && stored <= sent) << stored << " of " << answered << " to " << sent;
    } else {
      EXPECT_EQ(answered, 1000) << shown;
    }
    std::thread killer([&] {
      std::this_thread::sleep_for(20ms + round * 7ms);
      one.process().signal(SIGKILL);
    });
    try {
      for (;;)
        if (change(one, data, "data", R"({"kv_max_keys": )" + std::to_string(++sent) + "}").status == 200)
          answered = sent;
    } catch (const std::exception&) {
      // The server is gone.
    }
    killer.join();
    one.process().wait();
  }
  EXPECT_GT(answered, 1000);
}

TEST(settings, that_cannot_be_read_when_the_program_starts_are_left_out_or_named) {
  const data_directory data;
  {
    std::ofstream(data.path() / "settings.json") << R"({"http": {"threads": "many", "idle_timeout": "31s"}})";
  }
  {
    server one(data);
    ASSERT_NE(one.port(), 0) << one.process().output();
    EXPECT_NE(one.process().output().find("left out of the stored settings"), std::string::npos)
        << one.process().output();
    const std::string shown = one.get("/api/settings/http", data.administrator_token()).body;
    EXPECT_NE(shown.find(R"("threads":1)"), std::string::npos) << shown;
    EXPECT_NE(shown.find(R"("threads":"many")"), std::string::npos) << shown;
    EXPECT_NE(shown.find(R"("idle_timeout":"31s")"), std::string::npos) << shown;
  }
  {
    std::ofstream(data.path() / "settings.json") << R"({"http": {"threads")";
  }
  server broken(data);
  EXPECT_EQ(broken.port(), 0);
  EXPECT_EQ(broken.process().wait(), 1);
  EXPECT_NE(broken.process().output().find("settings.json"), std::string::npos) << broken.process().output();
}

}  // namespace
