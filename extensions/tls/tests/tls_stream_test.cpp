#include "../tls_stream.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "../identity_files.hpp"
#include "certificates.hpp"
#include "secure_client.hpp"
#include "secure_server.hpp"
#include "tenon/word/waiting.hpp"

namespace {

using std::chrono::milliseconds;

constexpr std::string_view get = "GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n";

bool hello(tenon::exchange& one) {
  one.response = tenon::response::text(std::string(one.request.secure ? "secure " : "open ") +
                                       std::string(one.request.path) + std::string(one.request.body));
  return true;
}

TEST(tls_stream, carries_requests_that_know_that_they_are_secure) {
  const secure_server server(&hello);
  secure_client peer(server.port());
  for (int i = 0; i < 3; ++i) {
    peer.send(get);
    EXPECT_TRUE(peer.read_answer().ends_with("\r\n\r\nsecure /a"));
  }
  EXPECT_EQ(peer.version(), "TLSv1.3");
}

TEST(tls_stream, answers_pipelined_requests_in_order) {
  const secure_server server(&hello);
  secure_client peer(server.port());
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  peer.send(bytes);
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(peer.read_answer().ends_with("secure /" + std::to_string(i)));
}

TEST(tls_stream, carries_bodies_larger_than_a_record_in_both_directions) {
  const secure_server server(&hello);
  secure_client peer(server.port());
  std::string body;
  for (int i = 0; i < 300'000; ++i) body += static_cast<char>('a' + i % 26);
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  EXPECT_TRUE(peer.read_answer().ends_with("\r\n\r\nsecure /" + body));
}

TEST(tls_stream, carries_more_than_the_peer_takes_at_once) {
  const std::string large(10'000'000, 'x');
  const secure_server server([&](tenon::exchange& one) {
    one.response = tenon::response::text(large);
    return true;
  });
  secure_client peer(server.port());
  peer.send(std::string(get) + std::string(get));
  usleep(30'000);
  EXPECT_EQ(peer.read_answer().size() - peer.read_answer().size(), 0U);
}

TEST(tls_stream, ends_by_saying_so) {
  const secure_server server(&hello);
  secure_client peer(server.port());
  peer.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(peer.read_to_end().ends_with("secure /"));
}

TEST(tls_stream, tells_a_refusal_to_a_client_that_is_still_sending) {
  const secure_server server(&hello);
  secure_client peer(server.port());
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n" + std::string(200'000, 'x'));
  EXPECT_TRUE(peer.read_answer().starts_with("HTTP/1.1 400 Bad Request\r\n"));
}

TEST(tls_stream, speaks_no_version_below_the_minimum) {
  const secure_server server(&hello);
  EXPECT_EQ(secure_client(server.port(), {.highest_version = TLS1_2_VERSION}).version(), "TLSv1.2");
  EXPECT_THROW(secure_client(server.port(), {.highest_version = TLS1_1_VERSION}), std::runtime_error);
  const secure_server strict(&hello, {}, "1.3");
  EXPECT_THROW(secure_client(strict.port(), {.highest_version = TLS1_2_VERSION}), std::runtime_error);
}

TEST(tls_stream, chooses_http_1_1_from_what_a_client_offers) {
  const secure_server server(&hello);
  EXPECT_EQ(secure_client(server.port(), {.protocols = "\x02h2\x08http/1.1"}).protocol(), "http/1.1");
  EXPECT_EQ(secure_client(server.port(), {.protocols = "\x02h2"}).protocol(), "");
}

TEST(tls_stream, tells_a_client_that_speaks_without_tls_what_to_do) {
  const secure_server server(&hello);
  const int peer = connect_plainly(server.port());
  ASSERT_EQ(::send(peer, get.data(), get.size(), 0), static_cast<ssize_t>(get.size()));
  char room[1'024];
  const ssize_t size = ::recv(peer, room, sizeof room, MSG_WAITALL);
  ASSERT_GT(size, 0);
  const std::string_view came(room, static_cast<std::size_t>(size));
  EXPECT_TRUE(came.starts_with("HTTP/1.1 400 Bad Request\r\n")) << came;
  EXPECT_NE(came.find("Use https:// here"), std::string_view::npos) << came;
  ::close(peer);
}

TEST(tls_stream, of_a_client_that_never_shakes_hands_is_closed_in_time) {
  tenon::http1::options given;
  given.header_timeout = milliseconds(80);
  const secure_server server(&hello, given);
  const int silent = connect_plainly(server.port()), rubbish = connect_plainly(server.port());
  ::send(rubbish, "\x16\x03\x01\xff\xffrubbish", 12, 0);
  char room[64];
  EXPECT_EQ(::recv(silent, room, sizeof room, 0), 0);
  EXPECT_LE(::recv(rubbish, room, sizeof room, MSG_WAITALL), 7);  // an alert at most
  ::close(silent);
  ::close(rubbish);
}

TEST(tls_stream, keeps_the_timeouts_of_http) {
  tenon::http1::options given;
  given.header_timeout = given.idle_timeout = milliseconds(80);
  const secure_server server(&hello, given);
  secure_client idle(server.port());
  idle.send(get);
  EXPECT_TRUE(idle.read_answer().ends_with("secure /a"));
  EXPECT_EQ(idle.read_to_end(), "");
  secure_client half(server.port());
  half.send("GET / HT");
  EXPECT_TRUE(half.read_to_end().starts_with("HTTP/1.1 408 "));
}

TEST(tls_stream, survives_peers_that_vanish_at_any_moment) {
  const secure_server server(&hello);
  for (int i = 0; i < 40; ++i) {
    secure_client peer(server.port());
    if (i % 2 == 0) peer.send(get);
    if (i % 4 == 0) peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nabc");
  }
  for (int i = 0; i < 40; ++i) ::close(connect_plainly(server.port()));
  secure_client last(server.port());
  last.send(get);
  EXPECT_TRUE(last.read_answer().ends_with("secure /a"));
}

TEST(tls_stream, on_several_threads_serves_a_crowd) {
  tenon::http1::options given;
  given.threads = 3;
  const secure_server server(&hello, given);
  std::atomic<int> right = 0;
  std::vector<std::thread> crowd;
  for (int c = 0; c < 6; ++c)
    crowd.emplace_back([&] {
      for (int i = 0; i < 5; ++i) {
        secure_client peer(server.port());
        for (int n = 0; n < 10; ++n) {
          peer.send(get);
          right += peer.read_answer().ends_with("secure /a");
        }
      }
    });
  for (std::thread& one : crowd) one.join();
  EXPECT_EQ(right, 300);
}

TEST(tls_stream, drains_like_any_other) {
  std::atomic<bool> begun = false;
  secure_server server([&](tenon::exchange& one) {
    begun = true;
    one.request.loop->post_after(milliseconds(100), {[](void* data) {
                                                       auto& waiting = *static_cast<tenon::exchange*>(data);
                                                       waiting.response = tenon::response::text("done");
                                                       waiting.complete(waiting);
                                                     },
                                                     &one});
    return false;
  });
  secure_client peer(server.port()), idle(server.port());
  peer.send(get);
  while (!begun) usleep(1'000);
  std::thread stopping([&] { server.stop(); });
  EXPECT_EQ(idle.read_to_end(), "");
  const std::string came = peer.read_to_end();
  EXPECT_NE(came.find("\r\nConnection: close\r\n"), std::string::npos) << came;
  EXPECT_TRUE(came.ends_with("done"));
  stopping.join();
}

}  // namespace
