#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "running_server.hpp"

namespace {

using std::chrono::milliseconds;

tenon::http1::options impatient() {
  tenon::http1::options out;
  out.header_timeout = milliseconds(80);
  out.body_timeout = milliseconds(80);
  out.idle_timeout = milliseconds(80);
  out.write_timeout = milliseconds(80);
  out.linger_timeout = milliseconds(80);
  return out;
}

class stopwatch {
 public:
  [[nodiscard]] bool passed(milliseconds time) const { return std::chrono::steady_clock::now() - from_ >= time; }

 private:
  std::chrono::steady_clock::time_point from_ = std::chrono::steady_clock::now();
};

TEST(timeout, of_a_header_is_answered_with_408_also_when_bytes_drip) {
  const running_server server(always("in"), impatient());
  client peer = server.connect();
  const stopwatch watch;
  for (char one : std::string_view("GET / HT")) {
    peer.send({&one, 1});
    usleep(15'000);
  }
  const answer came = peer.read();
  EXPECT_EQ(came.status, 408);
  EXPECT_EQ(came.header("Connection"), "close");
  EXPECT_TRUE(watch.passed(milliseconds(80)));
  EXPECT_TRUE(peer.is_closed());
}

TEST(timeout, of_a_body_is_answered_with_408) {
  const running_server server(always("in"), impatient());
  client peer = server.connect();
  EXPECT_EQ(peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab").read().status, 408);
  EXPECT_TRUE(peer.is_closed());
}

TEST(timeout, of_an_idle_connection_closes_it_without_a_word) {
  const running_server server(always("in"), impatient());
  client silent = server.connect();
  client served = server.connect();
  EXPECT_EQ(served.send(plain_get).read().status, 200);
  const stopwatch watch;
  EXPECT_TRUE(served.is_closed());
  EXPECT_TRUE(watch.passed(milliseconds(60)));
  EXPECT_TRUE(silent.is_closed());
}

TEST(timeout, starts_again_with_every_request) {
  const running_server server(always("in"), impatient());
  client peer = server.connect();
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(peer.send(plain_get).read().status, 200);
    usleep(40'000);
  }
}

TEST(timeout, does_not_run_while_a_handler_works) {
  const running_server server(
      [](tenon::exchange& one) {
        one.request.loop->post_after(milliseconds(300), {[](void* data) {
                                                           auto& waiting = *static_cast<tenon::exchange*>(data);
                                                           waiting.response = tenon::response::text("late");
                                                           waiting.complete(waiting);
                                                         },
                                                         &one});
        return false;
      },
      impatient());
  EXPECT_EQ(server.ask(plain_get).body, "late");
}

TEST(timeout, of_a_peer_that_takes_nothing_closes_the_connection) {
  const running_server server(always(std::string(20'000'000, 'x')), impatient());
  client peer = server.connect();
  peer.send(plain_get);
  usleep(400'000);
  EXPECT_THROW(static_cast<void>(peer.read()), std::runtime_error);
}

TEST(timeout, ends_the_wait_for_a_peer_that_does_not_close_its_side) {
  const running_server server(always("in"), impatient());
  client peer = server.connect();
  EXPECT_EQ(peer.send("GET / HTTP/1.0\r\n\r\n").read().status, 200);
  EXPECT_TRUE(peer.is_closed());  // its sending side
  EXPECT_TRUE(peer.can_send());
  usleep(300'000);
  EXPECT_TRUE(peer.can_send());  // what comes back is that nobody is there any more
  usleep(20'000);
  EXPECT_FALSE(peer.can_send());
}

}  // namespace
