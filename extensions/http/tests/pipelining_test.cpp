#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>

#include "running_server.hpp"

namespace {

TEST(pipelining, answers_everything_in_order_wherever_the_bytes_are_split) {
  const running_server server;
  const std::string bytes =
      get("/1") + get("/2") + "POST /3 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nxy" + get("/4");
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    client peer = server.connect();
    peer.send(bytes.substr(0, cut));
    usleep(300);
    peer.send(bytes.substr(cut));
    for (const char* first : {"GET /1 ", "GET /2 ", "POST /3 ", "GET /4 "})
      EXPECT_TRUE(peer.read().body.starts_with(first)) << cut;
  }
}

TEST(pipelining, works_byte_by_byte) {
  const running_server server;
  client peer = server.connect();
  for (char one : get("/1") + get("/2")) peer.send({&one, 1});
  EXPECT_EQ(peer.read().body, "GET /1 ?\nHost=[a]\n\n");
  EXPECT_EQ(peer.read().body, "GET /2 ?\nHost=[a]\n\n");
}

TEST(pipelining, writes_the_answers_to_what_came_together_together) {
  const running_server server(always("x"));
  client peer = server.connect();
  const std::size_t one = peer.send(get("/")).read().head.size() + 2 + 1;
  std::string sixteen;
  for (int i = 0; i < 16; ++i) sixteen += get("/");
  // A segment on loopback is larger than all of them, so what one write sent, one read gets.
  std::array<char, 16'384> room;
  EXPECT_EQ(peer.send(sixteen).receive_some(room.data(), room.size()), 16 * one);
}

TEST(pipelining, survives_more_requests_and_answers_than_any_buffer_holds) {
  const std::string large(20'000, 'z');
  const running_server server(always(large));
  client peer = server.connect();
  constexpr int count = 2'000;
  std::thread sender([&] {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes += get("/a/path/of/some/length");
    peer.send(bytes);
  });
  for (int i = 0; i < count; ++i) ASSERT_EQ(peer.read().body.size(), large.size());
  sender.join();
}

TEST(persistence, of_http_1_1_is_kept_until_the_client_says_close) {
  const running_server server(always("x"));
  client peer = server.connect();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(peer.send(get("/")).read().header("Connection"), std::nullopt);
  EXPECT_EQ(peer.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n").read().header("Connection"), "close");
  EXPECT_TRUE(peer.is_closed());
}

TEST(persistence, of_http_1_0_is_only_kept_when_the_client_asks_for_it) {
  const running_server server(always("x"));
  client peer = server.connect();
  const answer kept = peer.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").read();
  EXPECT_EQ(kept.header("Connection"), "keep-alive");
  const answer last = peer.send("GET / HTTP/1.0\r\n\r\n").read();
  EXPECT_EQ(last.status, 200);
  EXPECT_EQ(last.header("Connection"), "close");
  EXPECT_TRUE(peer.is_closed());
}

TEST(persistence, ends_with_the_request_that_said_close_whatever_comes_behind_it) {
  const running_server server(always("x"));
  client peer = server.connect();
  peer.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get("/"));
  EXPECT_EQ(peer.read().status, 200);
  EXPECT_TRUE(peer.is_closed());
}

TEST(persistence, lets_a_client_that_ended_its_side_have_its_answers) {
  const running_server server(always("x"));
  client peer = server.connect();
  peer.send(get("/") + get("/")).end_sending();
  EXPECT_EQ(peer.read().status, 200);
  EXPECT_EQ(peer.read().status, 200);
  EXPECT_TRUE(peer.is_closed());
}

}  // namespace
