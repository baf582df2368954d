// A web socket over TLS: what a browser calls wss.
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <thread>

#include "secure_client.hpp"
#include "secure_server.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

namespace {

struct parrot {
  static constexpr auto manifest = tenon::manifest{.name = "parrot", .version = "1.0.0"};
  using talk = tenon::web_socket<"/talk">;
  using routes = tenon::routes<talk>;
  tenon::conversation handle(talk, tenon::web_socket_peer& peer) {
    co_await peer.send(peer.request().secure ? "safe" : "in the open");
    while (const auto message = co_await peer.receive()) co_await peer.send(message->text);
  }
};

// As a client sends it, with a mask that changes nothing.
std::string frame(int opcode, std::string_view payload) {
  std::string out(1, static_cast<char>(0x80 | opcode));
  if (payload.size() < 126)
    out += static_cast<char>(0x80 | static_cast<int>(payload.size()));
  else
    out.append({static_cast<char>(0xFE), static_cast<char>(payload.size() >> 8), static_cast<char>(payload.size())});
  return out.append(4, '\0').append(payload);
}

class aviary {
 public:
  aviary() {
    EXPECT_TRUE(app_.start());
    peer.send(
        "GET /talk HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    EXPECT_TRUE(peer.read_answer().starts_with("HTTP/1.1 101 "));
  }

 private:
  tenon::app<parrot> app_;

 public:
  secure_server server{[this](tenon::exchange& one) { return app_.door().handle(app_.door().app, one); }};
  secure_client peer{server.port()};
};

TEST(secure_web_socket, knows_that_it_is_and_gives_back_what_it_is_told) {
  aviary at;
  EXPECT_EQ(at.peer.read(6), "\x81\x04safe");
  at.peer.send(frame(1, "hello").append(frame(9, "p")).append(frame(1, "again")));
  EXPECT_EQ(at.peer.read(7).append(at.peer.read(3)).append(at.peer.read(7)).size(), 17U);
  std::string large;
  for (int i = 0; i < 60'000; ++i) large += static_cast<char>('a' + i % 26);
  for (int i = 0; i < 20; ++i) at.peer.send(frame(1, large));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(at.peer.read(large.size() + 4).substr(4), large);
  at.peer.send(frame(8, "\x03\xE8"));
  EXPECT_EQ(at.peer.read_to_end(), "\x88\x02\x03\xE8");
}

TEST(secure_web_socket, is_closed_with_1001_where_the_server_stops) {
  aviary at;
  EXPECT_EQ(at.peer.read(6), "\x81\x04safe");
  std::thread stops([&] { at.server.stop(); });
  EXPECT_EQ(at.peer.read(4), "\x88\x02\x03\xE9");
  at.peer.send(frame(8, "\x03\xE9"));
  EXPECT_EQ(at.peer.read_to_end(), "");
  stops.join();
}

}  // namespace
