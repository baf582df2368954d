#include "../answer.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <string>

#include "running_server.hpp"

namespace {

handler answering(std::function<tenon::response()> make) {
  return [make = std::move(make)](tenon::exchange& one) {
    one.response = make();
    return true;
  };
}

TEST(answer, has_status_type_length_and_body) {
  const running_server server(answering([] { return tenon::response::text("hello", 201); }));
  const answer came = server.ask(plain_get);
  EXPECT_TRUE(came.head.starts_with("HTTP/1.1 201 Created\r\n")) << came.head;
  EXPECT_EQ(came.header("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(came.header("Content-Length"), "5");
  EXPECT_EQ(came.body, "hello");
}

TEST(answer, has_the_date_of_now) {
  const running_server server(always("x"));
  const std::string date = server.ask(plain_get).header("Date").value_or("");
  tm parsed{};
  ASSERT_NE(strptime(date.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parsed), nullptr) << date;
  EXPECT_EQ(date.size(), std::string_view("Tue, 15 Nov 1994 08:12:31 GMT").size());
  EXPECT_NEAR(static_cast<double>(timegm(&parsed)), static_cast<double>(time(nullptr)), 3);
}

TEST(answer, with_a_status_that_has_no_phrase_is_sent_without_one) {
  const running_server server(answering([] { return tenon::response::text("x", 299); }));
  EXPECT_TRUE(server.ask(plain_get).head.starts_with("HTTP/1.1 299 \r\n"));
}

TEST(answer, to_head_tells_the_length_and_sends_no_body) {
  const running_server server(always("hello"));
  client peer = server.connect();
  const answer head = peer.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").read(false);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(peer.send(plain_get).read().body, "hello");
}

TEST(answer, with_204_or_304_has_neither_body_nor_length) {
  int status = 204;
  const running_server server(answering([&] { return tenon::response::text("never seen", status); }));
  client peer = server.connect();
  EXPECT_EQ(peer.send(plain_get).read().header("Content-Length"), std::nullopt);
  status = 304;
  EXPECT_EQ(peer.send(plain_get).read().header("Content-Length"), std::nullopt);
  status = 200;
  EXPECT_EQ(peer.send(plain_get).read().body, "never seen");
}

TEST(answer, carries_the_headers_of_the_handler_in_their_order) {
  const running_server server(answering([] {
    return tenon::response::empty()
        .with("X-A", "1")
        .with("Set-Cookie", "a=b")
        .with("Set-Cookie", "c=d")
        .with("X-Empty", "");
  }));
  EXPECT_NE(server.ask(plain_get).head.find("\r\nX-A: 1\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\nX-Empty: \r\n"),
            std::string::npos);
}

TEST(answer, that_could_change_the_framing_is_replaced_by_500_and_logged) {
  using tenon::response;
  const std::vector<std::function<response()>> bad{
      [] { return response::text("secret").with("X-A", "1\r\nSet-Cookie: stolen=1"); },
      [] { return response::text("secret").with("X-A", "1\nX: y"); },
      [] { return response::text("secret").with("X-A", "1\r"); },
      [] { return response::text("secret").with("X-A", std::string("1\0", 2)); },
      [] { return response::text("secret").with("content-length", "1"); },
      [] { return response::text("secret").with("Date", "today"); },
      [] { return response::text("secret").with("Connection", "close"); },
      [] { return response::text("secret").with("Transfer-Encoding", "chunked"); },
      [] { return response::text("secret").with("X A", "1"); },
      [] { return response::text("secret").with("", "1"); },
      [] { return response::text("secret", 100); },
      [] { return response::text("secret", 0); },
      [] { return response::text("secret", 600); },
      [] { return response::text("secret", -1); },
  };
  std::size_t which = 0;
  const running_server server(answering([&] { return bad[which](); }));
  for (which = 0; which < bad.size(); ++which) {
    client peer = server.connect();
    const answer came = peer.send(plain_get).read();
    EXPECT_EQ(came.status, 500) << which;
    EXPECT_EQ((came.head + came.body).find("secret"), std::string::npos) << which;
    EXPECT_EQ(came.head.find("stolen"), std::string::npos) << which;
    EXPECT_EQ(peer.send(plain_get).read().status, 500) << which;  // the connection itself is all right
  }
  EXPECT_NE(server.log().find(
                "error http: The answer to GET / had a line break or a null byte in the value of the header X-A."),
            std::string::npos)
      << server.log();
  EXPECT_NE(server.log().find("the header content-length, which the server writes itself"), std::string::npos)
      << server.log();
  EXPECT_NE(server.log().find("the status 600"), std::string::npos) << server.log();
}

TEST(answer, of_a_handler_that_sets_nothing_does_not_show_the_one_before) {
  int calls = 0;
  const running_server server([&](tenon::exchange& one) {
    if (++calls == 1) one.response = tenon::response::text("mine", 404).with("X-Secret", "1");
    return true;
  });
  client peer = server.connect();
  EXPECT_EQ(peer.send(plain_get).read().status, 404);
  const answer second = peer.send(plain_get).read();
  EXPECT_EQ(second.status, 200);
  EXPECT_EQ(second.body, "");
  EXPECT_EQ(second.header("X-Secret"), std::nullopt);
  EXPECT_EQ(second.header("Content-Type"), std::nullopt);
}

TEST(answer, that_the_peer_takes_slowly_comes_whole) {
  std::string large;
  for (int i = 0; i < 10'000'000; ++i) large += std::to_string(i % 10);
  const running_server server(always(large));
  client peer = server.connect();
  peer.send(plain_get).send(plain_get);
  usleep(20'000);  // long enough for the server to get stuck
  EXPECT_EQ(peer.read().body, large);
  EXPECT_EQ(peer.read().body, large);
  EXPECT_EQ(server.ask(plain_get).body, large);
}

}  // namespace
