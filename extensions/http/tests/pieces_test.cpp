// Answers whose body comes in pieces.
#include "tenon/word/pieces.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "running_server.hpp"
#include "tenon/word/broadcast.hpp"
#include "tenon/word/server_event.hpp"
#include "tenon/word/waiting.hpp"

namespace {

using namespace std::chrono_literals;
using tenon::pieces;
using tenon::request;
using tenon::response;

// Says whether a coroutine that holds it has been destroyed.
struct witness {
  std::atomic<int>* gone;
  explicit witness(std::atomic<int>& count) : gone(&count) {}
  witness(witness&& other) noexcept : gone(std::exchange(other.gone, nullptr)) {}
  witness& operator=(witness&&) = delete;
  ~witness() {
    if (gone != nullptr) ++*gone;
  }
};

std::atomic<int> destroyed{0};
tenon::broadcast<std::string> news;

pieces three(const request& from) {
  co_yield "one ";
  co_yield "";
  co_await tenon::pause(from, 5ms);
  co_yield std::string(co_await tenon::offload(from, [] { return std::string("two "); }));
  co_yield "three " + std::string(from.path);
}
pieces many(const request&, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) co_yield std::string(1000, static_cast<char>('a' + i % 26));
}
pieces breaks(const request&) {
  co_yield "one ";
  throw std::runtime_error("the disk");
}
pieces endless(const request& from, witness) {
  while (!tenon::is_closing(from)) {
    co_yield "tick\n";
    co_await tenon::pause(from, 5ms);
  }
}
pieces idle(const request&, witness) {
  for (;;) co_yield "";
}
pieces headless(const request& from, witness) {  // asks for nothing, and is stopped all the same
  auto heard = news.subscribe(from);
  for (;;) co_yield (co_await heard.next(15s)).value_or(tenon::server_event::sign_of_life);
}
pieces tireless(const request&, witness) {
  for (;;) co_yield "again and again\n";
}

pieces told(const request& from) {
  auto heard = news.subscribe(from);
  co_yield tenon::server_event::sign_of_life;
  while (!tenon::is_closing(from))
    if (const auto one = co_await heard.next(60s)) co_yield tenon::server_event{.data = *one}.text();
}
pieces impatient(const request& from) {
  auto heard = news.subscribe(from);
  co_yield (co_await heard.next(10ms)) ? "something" : "nothing";
}

std::optional<response> left_over;

bool by_path(tenon::exchange& one) {
  const request& from = one.request;
  const std::string_view path = from.path;
  const auto plain = [](pieces body) { return response::in_pieces("text/plain", std::move(body)); };
  if (path == "/three") one.response = plain(three(from));
  if (path == "/none") one.response = plain(many(from, 0));
  if (path == "/many") one.response = plain(many(from, 5000));
  if (path == "/breaks") one.response = plain(breaks(from));
  if (path == "/endless") one.response = plain(endless(from, witness(destroyed)));
  if (path == "/tireless") one.response = plain(tireless(from, witness(destroyed)));
  if (path == "/idle") one.response = plain(idle(from, witness(destroyed)));
  if (path == "/headless") one.response = plain(headless(from, witness(destroyed)));
  if (path == "/both") one.response = plain(three(from)), one.response.body = tenon::literal("BODY");
  if (path == "/twice") {
    if (!left_over) left_over = plain(three(from));
    one.response = *left_over;
  }
  if (path == "/unmodified")
    one.response = {304, "", {}, {}, std::make_shared<pieces>(endless(from, witness(destroyed)))};
  if (path == "/news") one.response = response::in_pieces(tenon::server_event::content_type, told(from));
  if (path == "/impatient") one.response = plain(impatient(from));
  if (path == "/short") one.response = response::text("short");
  return true;
}

std::string closing(std::string_view path) {
  return std::string("GET ").append(path).append(" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
}
std::string body_of(const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); }
// Waits for it, but not for ever.
bool becomes(const std::atomic<int>& count, int wanted) {
  for (int i = 0; i < 1000 && count != wanted; ++i) std::this_thread::sleep_for(5ms);
  return count == wanted;
}
// Reads until that text has come; everything up to then.
std::string read_until(client& peer, std::string_view text) {
  std::string all;
  std::array<char, 4096> some{};
  while (all.find(text) == std::string::npos) {
    const std::size_t got = peer.receive_some(some.data(), some.size());
    if (got == 0) break;
    all.append(some.data(), got);
  }
  return all;
}

TEST(pieces, are_chunks_with_an_end_and_what_is_empty_is_none) {
  const running_server server(&by_path);
  const std::string all = server.connect().send(closing("/three")).read_all();
  EXPECT_NE(all.find("\r\nTransfer-Encoding: chunked\r\n"), std::string::npos) << all;
  EXPECT_EQ(all.find("Content-Length"), std::string::npos) << all;
  EXPECT_EQ(body_of(all), "4\r\none \r\n4\r\ntwo \r\nc\r\nthree /three\r\n0\r\n\r\n");
  EXPECT_EQ(body_of(server.connect().send(closing("/none")).read_all()), "0\r\n\r\n");
}

TEST(pieces, leave_the_connection_open_for_the_requests_behind_them) {
  const running_server server(&by_path);
  const std::string all =
      server.connect().send(get("/three") + get("/short") + get("/three") + closing("/short")).read_all();
  const std::size_t first = all.find("0\r\n\r\nHTTP/1.1 200"), second = all.find("short", first);
  ASSERT_NE(first, std::string::npos) << all;
  EXPECT_NE(all.find("three /three", second), std::string::npos) << all;
  EXPECT_TRUE(all.ends_with("\r\n\r\nshort")) << all;
}

TEST(pieces, end_with_the_connection_in_http_1_0) {
  const running_server server(&by_path);
  const std::string all = server.connect().send(get("/three", "1.0")).read_all();
  EXPECT_EQ(body_of(all), "one two three /three");
  EXPECT_EQ(all.find("Transfer-Encoding"), std::string::npos);
  EXPECT_NE(all.find("Connection: close"), std::string::npos);
}

TEST(pieces, are_not_begun_for_who_wants_no_body) {
  destroyed = 0;
  const running_server server(&by_path);
  client peer = server.connect();
  const answer head = peer.send(get("/endless", "1.1", "HEAD")).read(false);
  EXPECT_EQ(head.header("Transfer-Encoding"), "chunked");
  EXPECT_EQ(destroyed, 1);
  EXPECT_EQ(peer.send(get("/unmodified")).read().header("Transfer-Encoding"), std::nullopt);
  EXPECT_EQ(destroyed, 2);
  EXPECT_EQ(peer.send(get("/short")).read().body, "short");
}

TEST(pieces, of_five_megabytes_come_whole_to_a_peer_that_takes_its_time) {
  const running_server server(&by_path);
  client peer = server.connect();
  peer.send(closing("/many"));
  std::this_thread::sleep_for(50ms);
  const std::string body = body_of(peer.read_all());
  EXPECT_EQ(body.size(), 5000 * (1000 + 3 + 2 + 2) + 5);
  EXPECT_TRUE(body.ends_with("\r\n0\r\n\r\n"));
}

TEST(pieces, that_break_off_have_no_end_and_the_log_says_why) {
  const running_server server(&by_path);
  const std::string all = server.connect().send(get("/breaks")).read_all();
  EXPECT_EQ(body_of(all), "4\r\none \r\n");
  EXPECT_NE(server.log().find("error http: The answer to GET /breaks broke off: the disk"), std::string::npos)
      << server.log();
}

TEST(pieces, are_given_up_where_the_peer_is_gone) {
  destroyed = 0;
  const running_server server(&by_path);
  for (const char* path : {"/endless", "/tireless"}) {
    client peer = server.connect();
    peer.send(get(path));
    EXPECT_NE(read_until(peer, "i"), "");
    peer.reset();
  }
  EXPECT_TRUE(becomes(destroyed, 2));
}

TEST(pieces, that_are_empty_leave_others_their_turn) {
  tenon::http1::options given;
  given.drain_timeout = 200ms;
  running_server server(&by_path, given);
  client greedy = server.connect();
  greedy.send(get("/idle"));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(server.ask(get("/short")).body, "short");
}

TEST(pieces, are_the_body_also_where_there_is_another) {
  const running_server server(&by_path);
  const std::string all = server.connect().send(closing("/both")).read_all();
  EXPECT_EQ(body_of(all), "4\r\none \r\n4\r\ntwo \r\nb\r\nthree /both\r\n0\r\n\r\n");
}

TEST(pieces, are_given_once) {
  left_over.reset();
  const running_server server(&by_path);
  EXPECT_NE(server.connect().send(closing("/twice")).read_all().find("0\r\n\r\n"), std::string::npos);
  EXPECT_NE(server.connect().send(closing("/twice")).read_all().find("HTTP/1.1 500 "), std::string::npos);
  EXPECT_NE(server.log().find("they can be given once"), std::string::npos) << server.log();
}

TEST(pieces, that_never_ask_whether_the_server_stops_are_given_up_and_do_not_fill_the_peer_until_then) {
  destroyed = 0;
  tenon::http1::options given;
  given.drain_timeout = 300ms;
  running_server server(&by_path, given);
  client peer = server.connect();
  peer.send(get("/headless"));
  for (int i = 0; i < 1000 && news.subscribers() == 0; ++i) std::this_thread::sleep_for(2ms);
  server.stop();
  EXPECT_EQ(destroyed, 1);
  EXPECT_LT(peer.read_all().size(), 1000U);
}

TEST(pieces, that_never_wait_leave_others_their_turn) {
  const running_server server(&by_path);
  client greedy = server.connect();
  greedy.send(get("/tireless"));
  std::atomic<bool> reading{true};
  std::thread reader([&] {
    std::array<char, 65'536> some{};
    while (reading && greedy.receive_some(some.data(), some.size()) != 0) {
    }
    greedy.reset();
  });
  for (int i = 0; i < 20; ++i) EXPECT_EQ(server.ask(get("/short")).body, "short");
  reading = false;
  reader.join();
}

TEST(pieces, of_a_server_that_stops_come_to_their_end_where_they_ask_for_it) {
  destroyed = 0;
  running_server server(&by_path);
  client peer = server.connect();
  peer.send(get("/endless"));
  static_cast<void>(read_until(peer, "tick"));
  server.stop();
  EXPECT_EQ(destroyed, 1);
  const std::string rest = peer.read_all();
  EXPECT_TRUE(rest.ends_with("0\r\n\r\n")) << rest;
}

TEST(broadcast, reaches_everybody_who_listens) {
  const running_server server(&by_path);
  client one = server.connect(), two = server.connect();
  for (client* peer : {&one, &two})
    EXPECT_NE(read_until(peer->send(get("/news")), ":\n\n").find("200 OK"), std::string::npos);
  EXPECT_EQ(news.subscribers(), 2U);
  news.send("it rains");
  for (client* peer : {&one, &two}) EXPECT_NE(read_until(*peer, "data: it rains\n\n"), "");
  two.reset();
  for (int i = 0; i < 1000 && news.subscribers() != 1; ++i) {
    news.send("still");
    std::this_thread::sleep_for(2ms);
  }
  EXPECT_EQ(news.subscribers(), 1U);
}

TEST(broadcast, says_in_time_that_nothing_came) {
  const running_server server(&by_path);
  const std::string all = server.connect().send(closing("/impatient")).read_all();
  EXPECT_NE(all.find("nothing"), std::string::npos) << all;
}

TEST(broadcast, lets_a_server_stop_while_somebody_listens) {
  running_server server(&by_path);
  client peer = server.connect();
  EXPECT_NE(read_until(peer.send(get("/news")), ":\n\n"), "");
  const auto before = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - before, 5s);
  EXPECT_TRUE(peer.read_all().ends_with("0\r\n\r\n"));
  EXPECT_EQ(news.subscribers(), 0U);
}

TEST(server_event, has_a_line_for_each_field_and_each_line_of_its_data) {
  EXPECT_EQ((tenon::server_event{.data = "a\nb\r\nc"}.text()), "data: a\ndata: b\ndata: c\n\n");
  EXPECT_EQ((tenon::server_event{.data = "", .event = "price", .id = "7", .retry = 2s}.text()),
            "event: price\nid: 7\nretry: 2000\ndata: \n\n");
  EXPECT_EQ((tenon::server_event{.data = "x", .event = "a\ndata: forged"}.text()), "event: a\ndata: x\n\n");
}

}  // namespace
