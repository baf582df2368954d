// Who has to go where all places are taken, and who stays.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "running_server.hpp"

namespace {

using tenon::http1::options;

constexpr std::string_view hold = "GET /held HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr std::string_view half = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab";

options places(int most) {
  options out;
  out.max_connections = most;
  out.minimal_rate.bytes = 100;
  out.grace_period = std::chrono::milliseconds(20);
  return out;
}

// Where the rate does not count for as long as a test runs.
options patient(int most) {
  options out = places(most);
  out.grace_period = std::chrono::hours(1);
  return out;
}

// Keeps what is asked at /held until it is let go.
class keeper {
 public:
  [[nodiscard]] handler answers() {
    return [this](tenon::exchange& one) {
      one.response = tenon::response::text("in");
      if (one.request.path != "/held") return true;
      ++held_;
      look(one);
      return false;
    };
  }
  void wait_for(int count) const {
    for (int tries = 0; held_ < count && tries < 2'000; ++tries) usleep(5'000);
  }
  void let_go() { free_ = true; }

 private:
  void look(tenon::exchange& one) {
    struct glance {
      keeper& own;
      tenon::exchange& of;
    };
    one.request.loop->post_after(std::chrono::milliseconds(5), {[](void* data) {
                                                                  const auto now = *static_cast<glance*>(data);
                                                                  delete static_cast<glance*>(data);
                                                                  if (now.own.free_) return now.of.complete(now.of);
                                                                  now.own.look(now.of);
                                                                },
                                                                new glance{*this, one}});
  }
  std::atomic<int> held_{0};
  std::atomic<bool> free_{false};
};

// Somebody else asks until there is a place. What is done in between goes on meanwhile.
template <class Meanwhile>
int ask_until_served(const running_server& server, Meanwhile&& meanwhile) {
  for (int tries = 0; tries < 2'000; ++tries) {
    if (const int status = server.ask(plain_get).status; status != 503) return status;
    meanwhile();
    usleep(5'000);
  }
  return 503;
}
int ask_until_served(const running_server& server) {
  return ask_until_served(server, [] {});
}

TEST(place, of_the_connection_that_is_idle_for_longest_goes_to_a_new_one) {
  const running_server server(always("in"), patient(3));
  std::vector<client> inside;
  for (int i = 0; i < 3; ++i) {
    inside.push_back(server.connect());
    EXPECT_EQ(inside.back().send(plain_get).read().status, 200);
  }
  client late = server.connect();
  EXPECT_EQ(late.send(plain_get).read().status, 200);
  EXPECT_TRUE(inside.front().is_closed());
  for (client* one : {&inside[1], &inside[2], &late}) EXPECT_EQ(one->send(plain_get).read().status, 200);
  EXPECT_NE(server.log().find("All 3 connections are taken"), std::string::npos) << server.log();
}

TEST(place, of_whoever_a_handler_works_for_is_not_given_away) {
  keeper keeps;
  const running_server server(keeps.answers(), places(2));
  client first = server.connect(), second = server.connect();
  first.send(hold);
  second.send(hold);
  keeps.wait_for(2);
  for (int i = 0; i < 20; ++i) {
    client outside = server.connect();
    const answer refused = outside.send(plain_get).read();
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_EQ(refused.header("Connection"), "close");
    EXPECT_TRUE(outside.is_closed());
    usleep(5'000);
  }
  keeps.let_go();
  EXPECT_EQ(first.read().status, 200);
  EXPECT_EQ(second.read().status, 200);
  EXPECT_EQ(server.ask(plain_get).status, 200);
}

TEST(place, that_nobody_can_get_is_refused_to_each_of_a_crowd) {
  keeper keeps;
  const running_server server(keeps.answers(), places(1));
  client inside = server.connect();
  inside.send(hold);
  keeps.wait_for(1);
  std::vector<client> crowd;
  for (int i = 0; i < 200; ++i) crowd.push_back(server.connect());
  for (client& one : crowd) EXPECT_EQ(one.read().status, 503);
  keeps.let_go();
  EXPECT_EQ(inside.read().status, 200);
}

TEST(place, of_a_body_that_comes_too_slowly_goes_to_a_new_connection_and_of_one_alone) {
  const running_server server(always("in"), places(3));
  std::vector<client> slow;
  for (int i = 0; i < 3; ++i) {
    slow.push_back(server.connect());
    slow.back().send(half);
  }
  EXPECT_EQ(ask_until_served(server), 200);
  std::vector<int> statuses;
  for (client& one : slow) {
    const answer came = one.send("cd").read();
    statuses.push_back(came.status);
    if (came.status != 408) continue;
    EXPECT_NE(came.body.find("http.minimal_rate"), std::string::npos) << came.body;
    EXPECT_EQ(came.header("Connection"), "close");
  }
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 408), 1);
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 200), 2);
}

TEST(place, of_a_head_that_comes_too_slowly_goes_to_a_new_connection) {
  const running_server server(always("in"), places(1));
  client slow = server.connect();
  slow.send("GET / HT");
  EXPECT_EQ(ask_until_served(server), 200);
  EXPECT_EQ(slow.read().status, 408);
  EXPECT_TRUE(slow.is_closed());
}

TEST(place, of_a_connection_that_has_never_said_a_word_goes_to_a_new_one_without_a_word) {
  const running_server server(always("in"), places(1));
  client silent = server.connect();
  EXPECT_EQ(ask_until_served(server), 200);
  EXPECT_TRUE(silent.is_closed());
}

TEST(place, of_a_slow_body_goes_before_that_of_one_that_comes_at_a_decent_rate) {
  const running_server server(always("in"), places(2));
  client decent = server.connect(), slow = server.connect();
  decent.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  slow.send(half);
  const std::string chunk = "400\r\n" + std::string(0x400, 'x') + "\r\n";
  EXPECT_EQ(ask_until_served(server, [&] { decent.send(chunk); }), 200);
  EXPECT_EQ(slow.read().status, 408);
  EXPECT_EQ(decent.send("0\r\n\r\n").read().status, 200);
}

TEST(place, is_kept_before_its_grace_has_passed_and_the_new_connection_is_refused) {
  const running_server server(always("in"), patient(1));
  client slow = server.connect();
  slow.send(half);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(server.ask(plain_get).status, 503);
  EXPECT_EQ(slow.send("cd").read().status, 200);
}

TEST(place, of_a_peer_that_takes_nothing_of_its_answer_goes_to_a_new_connection) {
  const std::string large(20'000'000, 'x');
  const running_server server(
      [&](tenon::exchange& one) {
        one.response = tenon::response::text(one.request.path == "/large" ? large : "in");
        return true;
      },
      places(1));
  client slow = server.connect();
  slow.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(ask_until_served(server), 200);
  EXPECT_THROW(static_cast<void>(slow.read()), std::runtime_error);
}

TEST(place, of_a_peer_that_takes_its_answer_at_a_decent_rate_is_kept) {
  const std::string large(60'000'000, 'x');
  options given = places(1);
  given.grace_period = std::chrono::milliseconds(500);  // the kernel may need 200 to send again what found no room
  const running_server server(always(large), given);
  client reader = server.connect();
  reader.send(plain_get);
  std::vector<char> room(2'000'000);
  std::size_t left = large.size();
  for (; left > 20'000'000; usleep(75'000)) {
    for (std::size_t part = room.size(); part != 0;) {
      const std::size_t got = reader.receive_some(room.data(), part);
      ASSERT_NE(got, 0U);
      part -= got;
    }
    left -= room.size();
    EXPECT_EQ(server.connect().read().status, 503);
  }
  while (left > 0) {
    const std::size_t got = reader.receive_some(room.data(), room.size());
    ASSERT_NE(got, 0U);
    left -= std::min(got, left);
  }
}

TEST(place, is_looked_for_on_every_thread) {
  options given = places(2);
  given.threads = 2;
  keeper keeps;
  const running_server server(keeps.answers(), given);
  client held = server.connect();
  held.send(hold);
  keeps.wait_for(1);
  client idle = server.connect();
  EXPECT_EQ(idle.send(plain_get).read().status, 200);
  std::vector<client> later;
  for (int i = 0; i < 10; ++i) {
    later.push_back(server.connect());
    EXPECT_EQ(later.back().send(plain_get).read().status, 200);
  }
  EXPECT_TRUE(idle.is_closed());
  keeps.let_go();
  EXPECT_EQ(held.read().status, 200);
}

}  // namespace
