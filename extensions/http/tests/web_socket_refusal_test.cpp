// What is no web socket, and peers that break its rules.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "web_socket_house.hpp"

namespace {

using namespace web_socket_test;

// The handshake with one text in place of another.
std::string altered(std::string_view from, std::string_view to, std::string_view path = "/echo") {
  std::string out = handshake(path);
  const std::size_t at = out.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return out.replace(at, from.size(), to);
}

TEST(web_socket_handshake, is_asked_for_where_there_is_none) {
  house at;
  for (const std::string& plain :
       {std::string("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n"), altered("Upgrade: websocket", "Upgrade: h2c"),
        altered("Upgrade: websocket", "A: b")}) {
    const answer refused = at.server().ask(plain);
    EXPECT_EQ(refused.status, 426) << plain;
    EXPECT_EQ(refused.header("Upgrade"), "websocket");
    EXPECT_EQ(refused.header("Connection"), "Upgrade");
  }
  client peer = at.server().connect();
  EXPECT_EQ(peer.send("HEAD /echo HTTP/1.1\r\nHost: a\r\n\r\n").read(false).status, 426);
  EXPECT_EQ(peer.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").read().status, 405);
  EXPECT_EQ(
      peer.send("GET /plain HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n").read().body,
      "plain");
}

TEST(web_socket_handshake, is_refused_with_a_sentence_where_it_is_wrong) {
  house at;
  struct row {
    std::string bytes;
    int status;
    std::string_view says;
  };
  for (const row& one : {
           row{altered("Connection: keep-alive, Upgrade", "Connection: keep-alive"), 400, "Connection header"},
           row{altered("Version: 13", "Version: 8"), 426, "version 13"},
           row{altered("Sec-WebSocket-Version: 13\r\n", ""), 426, "version 13"},
           row{altered("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", ""), 400, "Sec-WebSocket-Key"},
           row{altered("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25jZQ"), 400, "Sec-WebSocket-Key"},
           row{altered("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25jZTE="), 400, "Sec-WebSocket-Key"},
           row{altered("dGhlIHNhbXBsZSBub25jZQ==", "dGhl*HNhbXBsZSBub25jZQ=="), 400, "Sec-WebSocket-Key"},
           row{handshake("/echo", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), 400, "Sec-WebSocket-Key"},
           row{altered("HTTP/1.1", "HTTP/1.0"), 400, "HTTP/1.1 alone"},
           row{handshake("/echo", "Origin: https://evil.example\r\n"), 403, "another origin"},
           row{handshake("/echo", "Origin: null\r\n"), 403, "another origin"},
       }) {
    const answer refused = at.server().ask(one.bytes);
    EXPECT_EQ(refused.status, one.status) << one.bytes;
    EXPECT_NE(refused.body.find(one.says), std::string::npos) << refused.body;
  }
  EXPECT_EQ(at.server().ask(altered("Version: 13", "Version: 8")).header("Sec-WebSocket-Version"), "13");
}

TEST(web_socket_handshake, lets_in_pages_of_its_own_origin_and_of_any_where_the_route_says_so) {
  house at;
  for (const std::string_view origin :
       {"http://salon.example", "https://SALON.example", "https://salon.example:443", "http://salon.example:80"}) {
    visitor peer(at, "/echo", std::string("Origin: ").append(origin).append("\r\n"));
    EXPECT_EQ(peer.say("a").text(), "a") << origin;
  }
  EXPECT_EQ(at.server().ask(handshake("/echo", "Origin: https://salon.example:8443\r\n")).status, 403);
  visitor peer(at, "/brief", "Origin: https://evil.example\r\n");
  EXPECT_EQ(peer.say("a").text(), "a");
}

TEST(web_socket_handshake, goes_through_what_stands_in_between_and_back) {
  house at;
  visitor member(at, "/club");
  EXPECT_TRUE(member.head.starts_with("HTTP/1.1 101 ")) << member.head;
  EXPECT_NE(member.head.find("Doorman: welcome\r\n"), std::string::npos) << member.head;
  EXPECT_EQ(member.text(), "in");
  const answer turned_away = at.server().ask(handshake("/club", "Shoes: muddy\r\n"));
  EXPECT_EQ(turned_away.status, 409);
  const answer full = at.server().ask(handshake("/club", "Tip: none\r\n"));
  EXPECT_EQ(full.status, 503);
  EXPECT_EQ(full.body, "We are full.");
  EXPECT_EQ(at.server().ask(handshake("/club", "Says: two lines\r\n")).status, 500);
  EXPECT_EQ(at.hosts().members, 1);
}

TEST(web_socket_handshake, is_counted_as_a_request_where_a_route_lets_in_so_many) {
  house at;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(visitor(at, "/club").text(), "in");
  EXPECT_EQ(at.server().ask(handshake("/club")).status, 429);
}

TEST(web_socket_handshake, counts_tokens_without_regard_to_case_over_several_headers) {
  house at;
  client peer = at.server().connect();
  peer.send(altered("Connection: keep-alive, Upgrade", "connection: keep-alive\r\nCONNECTION: foo ,uPGRADE"));
  EXPECT_EQ(peer.read(false).status, 101);
}

TEST(web_socket_frames, that_break_the_rules_end_it_with_the_code_for_that) {
  struct row {
    std::string_view what;
    std::string bytes;
    int code;
  };
  const std::string long_text(126, 'p');
  const std::vector<row> rows{
      {"unmasked", frame{.payload = "a", .masked = false}.bytes(), 1002},
      {"reserved bit", frame{.payload = "a", .reserved = 4}.bytes(), 1002},
      {"unknown opcode", frame{.opcode = 3, .payload = "a"}.bytes(), 1002},
      {"unknown control opcode", frame{.opcode = 11}.bytes(), 1002},
      {"long ping", frame{.opcode = 9, .payload = long_text}.bytes(), 1002},
      {"fragmented ping", frame{.opcode = 9, .payload = "a", .last = false}.bytes(), 1002},
      {"continuation of nothing", frame{.opcode = 0, .payload = "a"}.bytes(), 1002},
      {"text within a message",
       std::string(frame{.payload = "a", .last = false}.bytes()).append(frame{.payload = "b"}.bytes()), 1002},
      {"no UTF-8", frame{.payload = "a\xFF"}.bytes(), 1007},
      {"half a character", frame{.payload = "\xC3"}.bytes(), 1007},
      {"half a character before an empty fragment",
       std::string(frame{.payload = "a\xC3", .last = false}.bytes()).append(frame{.opcode = 0}.bytes()), 1007},
      {"a surrogate", frame{.payload = "\xED\xA0\x80"}.bytes(), 1007},
      {"reason that is no UTF-8", frame{.opcode = 8, .payload = closing(1000, "\xFF")}.bytes(), 1002},
      {"close code of one byte", frame{.opcode = 8, .payload = "a"}.bytes(), 1002},
      {"close code that nobody may send", frame{.opcode = 8, .payload = closing(1005)}.bytes(), 1002},
  };
  house at;
  for (const row& one : rows) {
    visitor peer(at, "/echo");
    peer.wire().send(one.bytes);
    const auto farewell = peer.next();
    EXPECT_EQ(farewell.opcode, 8) << one.what;
    EXPECT_EQ(farewell.code(), one.code) << one.what;
    EXPECT_EQ(peer.next().opcode, -1) << one.what;
  }
  EXPECT_TRUE(becomes([&] { return at.hosts().ended == static_cast<int>(rows.size()); }));
}

TEST(web_socket_frames, are_right_in_single_bytes_too) {
  house at;
  visitor peer(at, "/echo");
  const std::string all = frame{.payload = "gr\xC3\xBC\xC3\x9F"}.bytes();
  for (const char one : all) {
    peer.wire().send({&one, 1});
    std::this_thread::sleep_for(1ms);
  }
  EXPECT_EQ(peer.text(), "gr\xC3\xBC\xC3\x9F");
}

TEST(web_socket_limit, is_that_of_the_route_or_of_the_server_over_all_fragments) {
  tenon::http1::options given;
  given.message_limit.bytes = 2000;
  house at(given);
  for (const auto& [path, most] : {std::pair("/echo", 2000), std::pair("/brief", 1000)}) {
    const std::string fits(static_cast<std::size_t>(most), 'm');
    visitor peer(at, path);
    EXPECT_EQ(peer.say(fits).text(), fits) << path;
    EXPECT_EQ(peer.say(fits + "m").next().code(), 1009) << path;
    visitor other(at, path);
    other.send({.payload = fits, .last = false}).send({.opcode = 0, .payload = "m"});
    EXPECT_EQ(other.next().code(), 1009) << path;
  }
}

TEST(web_socket_limit, refuses_what_is_announced_without_waiting_for_it) {
  house at;
  visitor peer(at, "/echo");
  peer.wire().send(
      std::string_view("\x82\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01\x02\x03\x04"
                       "a",
                       15));
  EXPECT_EQ(peer.next().code(), 1009);
}

}  // namespace
