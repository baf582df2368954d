// What the door is told of answers.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "running_server.hpp"
#include "tenon/word/waiting.hpp"

namespace {

struct told {
  std::string method, path, id;
  int status;
  std::size_t size;
  std::chrono::nanoseconds took;
  bool broken_off;
};

tenon::pieces endless(const tenon::request& from) {
  for (;;) {
    co_yield "tick";
    co_await tenon::pause(from, std::chrono::milliseconds(2));
  }
}
bool answer_it(tenon::exchange& one) {
  // As a hook has it.
  one.request.mount = one.request.path.substr(0, 1);
  one.request.rest = one.request.path.substr(1);
  if (one.request.path != "/endless") return mirror(one);
  one.response = tenon::response::in_pieces("text/plain", endless(one.request));
  return true;
}

// A server whose door remembers what it is told.
class listening_server {
 public:
  listening_server() {
    tenon::http1::options given;
    given.port = 0;
    server_ = std::make_unique<tenon::http1::server>(given, tenon::log("http", lines_.sink()));
    listener_ = server_->bind();
    server_->open({this, [](void*, tenon::exchange& one) { return answer_it(one); }, &note});
    listener_->open();
  }
  ~listening_server() {
    listener_->close();
    server_->drain();
  }
  [[nodiscard]] client connect() const { return client(listener_->port()); }
  [[nodiscard]] std::vector<told> all() const {
    const std::lock_guard lock(mutex_);
    return told_;
  }

 private:
  static void note(void* self, const tenon::exchange& one, std::chrono::nanoseconds took) noexcept {
    auto& own = *static_cast<listening_server*>(self);
    const std::lock_guard lock(own.mutex_);
    own.told_.push_back({std::string(one.request.method_name), std::string(one.request.whole_path()),
                         std::string(one.request.id().view()), one.response.status, one.response.body.view().size(),
                         took, one.broken_off});
  }
  log_lines lines_;
  mutable std::mutex mutex_;
  std::vector<told> told_;
  std::unique_ptr<tenon::http1::server> server_;
  std::unique_ptr<tenon::http1::listener> listener_;
};

TEST(answered, is_told_of_each_answer_before_the_peer_has_it) {
  const listening_server server;
  client peer = server.connect();
  const answer first = peer.send("GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n").read();
  const std::vector<told> all = server.all();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].method, "GET");
  EXPECT_EQ(all[0].path, "/a");
  EXPECT_EQ(all[0].status, 200);
  EXPECT_EQ(all[0].size, first.body.size());
  EXPECT_GT(all[0].took.count(), 0);
  EXPECT_LT(all[0].took, std::chrono::seconds(10));
}

TEST(answered, gives_every_request_an_id_of_its_own) {
  const listening_server server;
  client one = server.connect(), two = server.connect();
  for (int i = 0; i < 3; ++i) {
    static_cast<void>(one.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\n").read());
    static_cast<void>(two.send("GET /2 HTTP/1.1\r\nHost: x\r\n\r\n").read());
  }
  std::set<std::string> ids;
  for (const told& each : server.all()) ids.insert(each.id);
  EXPECT_EQ(ids.size(), 6U);
}

TEST(answered, is_told_of_an_answer_in_pieces_that_its_peer_does_not_wait_for) {
  const listening_server server;
  client peer = server.connect();
  std::array<char, 512> some{};
  EXPECT_NE(peer.send("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n").receive_some(some.data(), some.size()), 0U);
  peer.reset();
  for (int i = 0; i < 1000 && server.all().empty(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ASSERT_EQ(server.all().size(), 1U);
  EXPECT_TRUE(server.all()[0].broken_off);
  EXPECT_EQ(server.all()[0].path, "/endless");
  static_cast<void>(server.connect().send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").read());
  EXPECT_FALSE(server.all()[1].broken_off);
}

TEST(answered, is_told_of_refusals_too_with_nothing_of_the_request_before) {
  const listening_server server;
  client peer = server.connect();
  static_cast<void>(peer.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").read());
  static_cast<void>(peer.send("GET /b HTTP/1.1\r\n\r\n").read());  // no Host
  static_cast<void>(server.connect().send("\x16\x03\x01\x02\r\n\r\n").read());
  const std::vector<told> all = server.all();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].method, "GET");
  EXPECT_EQ(all[1].path, "");
  EXPECT_EQ(all[1].status, 400);
  EXPECT_EQ(all[2].method, "");
  EXPECT_EQ(all[2].status, 400);
}

}  // namespace
