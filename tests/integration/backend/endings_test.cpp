// How a server ends, and what is there afterwards.
#include <gtest/gtest.h>

#include <atomic>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <mutex>
#include <thread>

#include "stage.hpp"

using namespace backend_test;

TEST(sigterm, ends_an_idle_server_with_0) {
  const data_directory data;
  server running(data);
  ASSERT_NE(running.port(), 0);
  http_client idle(running.port());
  running.process().signal(SIGTERM);
  EXPECT_EQ(running.process().wait(), 0);
  EXPECT_THROW(http_client(running.port()), boost::system::system_error);
}

TEST(sigterm, lets_what_runs_come_to_its_end) {
  const data_directory data;
  server running(data);
  const std::string admin = data.administrator_token();
  const ask slow{.method = "POST",
                 .target = "/api/api-keys",
                 .token = admin,
                 .body = R"({"scopes":["runt:read"],"expiresAt":"2099-01-01T00:00:00Z","userGenerated":true})"};
  // Sent together: whoever has answered the first has read the second.
  http_client client(running.port());
  client.send(ask{.target = "/healthz"}.text() + slow.text());
  EXPECT_EQ(client.receive().status, 200);
  running.process().signal(SIGTERM);
  const answer made = client.receive();
  EXPECT_EQ(made.status, 200) << made.body;
  EXPECT_EQ(running.process().wait(), 0);

  const server again(data);
  EXPECT_EQ(again.get("/api/me", member(made, "api_key")).status, 200);
}

TEST(sigint, ends_a_server_with_0_as_sigterm_does) {
  const data_directory data;
  server running(data);
  ASSERT_NE(running.port(), 0);
  running.process().signal(SIGINT);
  EXPECT_EQ(running.process().wait(), 0);
  EXPECT_NE(running.process().output().find("tenon: stopped"), std::string::npos) << running.process().output();
}

// Whoever asks twice does not want to wait for a peer that takes its time.
TEST(a_second_signal, ends_the_process_at_once) {
  for (const int second : {SIGTERM, SIGINT}) {
    const data_directory data;
    server running(data, local, 0, {"--set", "http.drain_timeout=1min"});
    ASSERT_NE(running.port(), 0) << running.process().output();
    http_client half(running.port());
    half.send(ask{.target = "/healthz"}.text() +
              "POST /api/api-keys HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{");
    EXPECT_EQ(half.receive().status, 200) << "so what is behind it has come too";
    running.process().signal(SIGTERM);
    // Nobody new is let in: it is on its way down, and waits.
    const auto is_open = [&] {
      try {
        const http_client other(running.port());
        return true;
      } catch (const boost::system::system_error&) {
        return false;
      }
    };
    while (is_open()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto began = std::chrono::steady_clock::now();
    running.process().signal(second);
    EXPECT_EQ(running.process().wait(), 128 + second) << running.process().output();
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(3));
    EXPECT_EQ(running.process().output().find("tenon: stopped"), std::string::npos);
  }
}

TEST(sigkill, loses_no_key_that_was_answered) {
  const data_directory data;
  std::mutex mutex;
  std::vector<std::string> answered;
  for (std::size_t round = 1; round <= 3; ++round) {
    server running(data);
    ASSERT_NE(running.port(), 0) << running.process().output();
    const std::string admin = data.administrator_token();
    std::vector<std::thread> clients;
    for (int i = 0; i < 3; ++i)
      clients.emplace_back([&] {
        try {
          for (;;) {
            const answer made = running.create(admin, R"("scopes":["runt:read"])");
            const std::scoped_lock lock(mutex);
            if (made.status == 200) answered.push_back(member(made, "api_key"));
            // In the midst of the others' requests.
            if (answered.size() >= 4 * round) running.process().signal(SIGKILL);
          }
        } catch (const boost::system::system_error&) {
          // The server is gone.
        }
      });
    for (std::thread& one : clients) one.join();
    EXPECT_EQ(running.process().wait(), 128 + SIGKILL);
  }
  ASSERT_GE(answered.size(), 12U);
  const server again(data);
  ASSERT_NE(again.port(), 0);
  for (const std::string& key : answered) EXPECT_EQ(again.get("/api/me", key).status, 200);
  EXPECT_GE(ids_in(again.get("/api/api-keys", data.administrator_token())).size(), answered.size());
}
