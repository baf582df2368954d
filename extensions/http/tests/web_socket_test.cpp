// Web sockets as who talks over them sees them.
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "../connection.hpp"
#include "web_socket_house.hpp"

namespace {

using namespace web_socket_test;

constexpr int text_frame = 1, binary_frame = 2, close_frame = 8, ping_frame = 9, pong_frame = 10;

// What connections cost that never are one: so much they cost before there were any.
static_assert(sizeof(tenon::exchange) <= 368 && sizeof(tenon::http1::connection) <= 840);

TEST(web_socket, that_breaks_off_is_told_so_also_where_its_conversation_is_busy_meanwhile) {
  house at;
  for (const char* path : {"/echo", "/slow"}) {
    const int before = at.server().given();
    visitor(at, path).wire().reset();
    ASSERT_TRUE(becomes([&] { return at.server().given() == before + 1; })) << path;
    EXPECT_EQ(at.server().broken_off(), before + 1) << path;
  }
  visitor polite(at, "/echo");
  polite.send({.opcode = close_frame, .payload = closing(1000)});
  EXPECT_EQ(polite.next().code(), 1000);
  polite.wire().hang_up();
  ASSERT_TRUE(becomes([&] { return at.server().given() == 3; }));
  EXPECT_EQ(at.server().broken_off(), 2);
}

TEST(web_socket, gives_back_what_it_is_told_and_closes_as_the_peer_does) {
  house at;
  visitor peer(at, "/echo");
  EXPECT_TRUE(peer.head.starts_with("HTTP/1.1 101 Switching Protocols\r\n")) << peer.head;
  EXPECT_NE(peer.head.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), std::string::npos) << peer.head;
  EXPECT_EQ(peer.say("hello").text(), "hello");
  EXPECT_EQ(peer.say("").next().opcode, text_frame);
  const auto binary = peer.send({.opcode = binary_frame, .payload = "\xFF\xFE"}).next();
  EXPECT_EQ(binary.opcode, binary_frame);
  EXPECT_EQ(binary.payload, "\xFF\xFE");
  const std::string large(300'000, 'l');
  EXPECT_EQ(peer.say(large).text(), large);
  const auto farewell = peer.send({.opcode = close_frame, .payload = closing(4000, "bye")}).next();
  EXPECT_EQ(farewell.opcode, close_frame);
  EXPECT_EQ(farewell.code(), 4000);
  EXPECT_EQ(peer.next().opcode, -1);
  EXPECT_TRUE(becomes([&] { return at.hosts().ended == 1; }));
  EXPECT_EQ(at.hosts().code, 4000);
  EXPECT_EQ(at.hosts().reason, "bye");
}

TEST(web_socket, takes_frames_that_came_with_the_handshake) {
  house at;
  visitor peer(at, "/echo", "", frame{.payload = "early"}.bytes() + frame{.payload = "birds"}.bytes());
  EXPECT_EQ(peer.text(), "early");
  EXPECT_EQ(peer.text(), "birds");
}

TEST(web_socket, puts_fragments_together_around_a_ping) {
  house at;
  visitor peer(at, "/echo");
  peer.send({.payload = "one ", .last = false}).send({.opcode = ping_frame, .payload = "there?"});
  peer.send({.opcode = 0, .payload = "two ", .last = false}).send({.opcode = 0, .payload = "three"});
  const auto pong = peer.next();
  EXPECT_EQ(pong.opcode, pong_frame);
  EXPECT_EQ(pong.payload, "there?");
  EXPECT_EQ(peer.text(), "one two three");
}

TEST(web_socket, of_a_room_tells_each_what_any_of_them_says) {
  house at;
  visitor ada(at, "/rooms/blue%20one"), bob(at, "/rooms/green");
  EXPECT_EQ(ada.text(), "welcome");
  EXPECT_EQ(bob.text(), "welcome");
  for (int i = 0; i < 20; ++i) {
    ada.say("hi");
    EXPECT_EQ(ada.text(), "blue one: hi");
    EXPECT_EQ(bob.text(), "blue one: hi");
    bob.say("ho");
    EXPECT_EQ(ada.text(), "green: ho");
    EXPECT_EQ(bob.text(), "green: ho");
  }
  bob.wire().reset();
  EXPECT_TRUE(becomes([&] { return at.hosts().said.subscribers() == 1; }));
  EXPECT_EQ(ada.say("alone").text(), "blue one: alone");
}

TEST(web_socket, hears_a_broadcast_from_many_threads) {
  house at;
  visitor peer(at, "/rooms/a");
  EXPECT_EQ(peer.text(), "welcome");
  const auto shout = [&] {
    for (int i = 0; i < 100; ++i) at.hosts().said.send("x");
  };
  std::thread one(shout), two(shout);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(peer.text(), "x");
  one.join();
  two.join();
}

TEST(web_socket, is_closed_with_the_code_and_as_much_of_the_reason_as_fits) {
  house at;
  at.hosts().code = -1;
  visitor peer(at, "/closes");
  const auto farewell = peer.next();
  EXPECT_EQ(farewell.code(), 4001);
  EXPECT_EQ(farewell.payload.substr(2), std::string(122, 'x'));
  EXPECT_TRUE(becomes([&] { return at.hosts().code == 0; }));
  peer.send({.opcode = close_frame, .payload = closing(4001)});
  EXPECT_EQ(peer.next().opcode, -1);
}

TEST(web_socket, whose_peer_never_answers_a_close_is_ended_all_the_same) {
  tenon::http1::options given;
  given.linger_timeout = 100ms;
  house at(given);
  visitor peer(at, "/closes");
  EXPECT_EQ(peer.next().code(), 4001);
  EXPECT_EQ(peer.next().opcode, -1);
}

TEST(web_socket, whose_handler_throws_says_so_and_logs_why) {
  house at;
  visitor peer(at, "/fails");
  EXPECT_EQ(peer.say("play").next().code(), 1011);
  std::string all;
  for (const auto& line : at.log().lines()) all.append(line.message).append("\n");
  EXPECT_NE(all.find("GET /fails failed"), std::string::npos) << all;
  EXPECT_NE(all.find("the piano is out of tune"), std::string::npos) << all;
}

TEST(web_socket, lets_nobody_in_who_may_not_and_tells_who_may) {
  house at;
  EXPECT_EQ(at.server().ask(handshake("/lounge")).status, 401);
  EXPECT_EQ(at.server().ask(handshake("/lounge", "Authorization: Bearer stale\r\n")).status, 401);
  visitor peer(at, "/lounge", "Authorization: Bearer ada\r\n");
  EXPECT_EQ(peer.say("who").text(), "ada");
  visitor other(at, "/lounge", "Authorization: Bearer root\r\n");
  EXPECT_EQ(other.say("who").text(), "root");
  EXPECT_EQ(peer.say("who").text(), "ada");
}

TEST(web_socket, waits_for_a_peer_that_takes_its_time_with_bounded_memory) {
  house at;
  visitor peer(at, "/flood");
  int before = -1;
  EXPECT_TRUE(becomes([&] {
    std::this_thread::sleep_for(100ms);
    return before == std::exchange(before, at.hosts().sent.load());
  }));
  EXPECT_LT(at.hosts().sent, 300);  // what the system's buffers hold, and little more
  for (int i = 0; i < 1000; ++i) ASSERT_EQ(peer.next().payload.size(), 65'536U);
  EXPECT_EQ(peer.next().code(), 1000);
}

TEST(web_socket, whose_peer_takes_nothing_is_given_up) {
  tenon::http1::options given;
  given.write_timeout = 200ms;
  house at(given);
  visitor peer(at, "/flood");
  EXPECT_TRUE(becomes([&] { return at.hosts().ended == 1; }));
  EXPECT_LT(at.hosts().sent, 1000);
}

TEST(web_socket, reads_no_more_than_its_conversation_takes) {
  house at;
  visitor peer(at, "/slow");
  const std::string some = frame{.payload = std::string(1000, 's')}.bytes();
  for (int i = 0; i < 1000; ++i) peer.wire().send(some);
  peer.send({.opcode = close_frame, .payload = closing(1000)});
  EXPECT_EQ(peer.next().code(), 1000);
  EXPECT_TRUE(becomes([&] { return at.hosts().sent == 1000; }));
}

TEST(web_socket, whose_peer_vanishes_ends_its_conversation) {
  house at;
  for (const char* path : {"/echo", "/rooms/a", "/heedless", "/shouter", "/flood", "/slow"}) {
    visitor peer(at, path);
    EXPECT_TRUE(peer.head.starts_with("HTTP/1.1 101")) << path;
    peer.wire().reset();
  }
  EXPECT_TRUE(becomes([&] { return at.hosts().ended == 6; })) << at.hosts().ended;
}

TEST(web_socket, asks_a_silent_peer_for_a_sign_of_life_and_gives_it_up_without_one) {
  tenon::http1::options given;
  given.ping_timeout = 100ms;
  house at(given);
  visitor peer(at, "/echo");
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(peer.next().opcode, ping_frame);
    peer.send({.opcode = pong_frame});
  }
  EXPECT_EQ(peer.next().opcode, ping_frame);
  EXPECT_EQ(peer.next().opcode, -1);
  EXPECT_TRUE(becomes([&] { return at.hosts().ended == 1; }));
  EXPECT_EQ(at.hosts().code, 1006);
}

TEST(web_socket, of_a_server_that_stops_may_say_good_bye_and_is_closed_with_1001) {
  house at;
  visitor guest(at, "/rooms/a"), peer(at, "/echo");
  EXPECT_EQ(guest.text(), "welcome");
  EXPECT_EQ(peer.say("a").text(), "a");
  std::thread stops([&] { at.server().stop(); });
  EXPECT_EQ(guest.text(), "goodbye");
  for (visitor* one : {&guest, &peer}) {
    const auto farewell = one->next();
    EXPECT_EQ(farewell.code(), 1001);
    one->send({.opcode = close_frame, .payload = closing(1001)});
    EXPECT_EQ(one->next().opcode, -1);
  }
  stops.join();
  EXPECT_EQ(at.hosts().ended, 2);
}

TEST(web_socket, of_a_server_that_stops_is_given_up_where_it_does_not_heed_it) {
  tenon::http1::options given;
  given.drain_timeout = 300ms;
  house at(given);
  visitor shouter(at, "/shouter"), heedless(at, "/heedless");
  EXPECT_EQ(shouter.text(), "hey");
  at.server().stop();
  EXPECT_EQ(at.hosts().ended, 2);
  visitor::heard last;
  for (visitor::heard one; (one = shouter.next()).opcode != -1;) last = one;
  EXPECT_EQ(last.code(), 1001);
}

}  // namespace
