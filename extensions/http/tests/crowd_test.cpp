#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "../file_limit.hpp"
#include "allocation_count.hpp"
#include "running_server.hpp"

namespace {

bool hello(tenon::exchange& one) {
  one.response = tenon::response::text("Hello, world!");
  return true;
}

TEST(request, allocates_nothing) {
  const running_server server(&hello);
  client peer = server.connect();
  const std::string browser =
      "GET /a?b=c HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\nAccept: */*\r\nAccept-Language: en\r\nCookie: a=b\r\nDNT: "
      "1\r\n\r\n";
  const auto round = [&](int count) {
    std::array<char, 512> room;
    for (int i = 0; i < count; ++i) {
      peer.send(i % 2 == 0 ? plain_get : browser);
      ASSERT_NE(peer.receive_some(room.data(), room.size()), 0U);
    }
  };
  round(10);
  const std::size_t before = allocation_count();
  round(1'000);
  EXPECT_EQ(allocation_count() - before, 0U);
}

TEST(crowd, of_a_thousand_connections_is_served) {
  tenon::http1::allow_connections(2'500, {});
  tenon::http1::options given;
  given.threads = 2;
  const running_server server(&hello, given);
  std::vector<client> crowd;
  for (int i = 0; i < 1'000; ++i) crowd.push_back(server.connect());
  for (int round = 0; round < 3; ++round) {
    for (client& one : crowd) one.send(plain_get);
    for (client& one : crowd) ASSERT_EQ(one.read().body, "Hello, world!");
  }
}

TEST(crowd, is_spread_over_the_threads) {
  tenon::http1::options given;
  given.threads = 4;
  const running_server server(
      [](tenon::exchange& one) {
        std::ostringstream id;
        id << std::this_thread::get_id();
        one.response = tenon::response::text(id.str());
        return true;
      },
      given);
  std::vector<client> crowd;
  std::map<std::string, int> threads;
  for (int i = 0; i < 40; ++i) {
    crowd.push_back(server.connect());
    ++threads[crowd.back().send(plain_get).read().body];
  }
  ASSERT_EQ(threads.size(), 4U);
  for (const auto& [id, count] : threads) EXPECT_EQ(count, 10);
}

TEST(crowd, that_comes_and_goes_from_many_threads_is_served) {
  tenon::http1::options given;
  given.threads = 3;
  const running_server server(&hello, given);
  std::vector<std::thread> crowd;
  std::atomic<int> right = 0;
  for (int c = 0; c < 6; ++c)
    crowd.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        client peer = server.connect();
        peer.send(plain_get);
        if (i % 7 == 3) {
          peer.reset();
          ++right;
          continue;
        }
        right += peer.read().body == "Hello, world!";
      }
    });
  for (std::thread& one : crowd) one.join();
  EXPECT_EQ(right, 600);
}

TEST(crowd, larger_than_the_files_that_the_system_allows_waits_and_is_served_later) {
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const running_server server(&hello);
  std::vector<client> crowd;
  crowd.push_back(server.connect());
  ASSERT_EQ(crowd.front().send(plain_get).read().status, 200);
  // Every number below the highest one in use is taken, then one more is allowed: this end of the next connection.
  std::vector<int> fillers{dup(0)};
  int highest = 0;
  for (int file = 0; file < 4'096; ++file)
    if (fcntl(file, F_GETFD) >= 0) highest = file;
  while (fillers.back() < highest) fillers.push_back(dup(0));
  rlimit low = before;
  low.rlim_cur = static_cast<rlim_t>(std::max(fillers.back(), highest)) + 2;
  setrlimit(RLIMIT_NOFILE, &low);
  crowd.push_back(server.connect());
  crowd.back().send(plain_get);
  EXPECT_FALSE(crowd.back().hears_within(std::chrono::milliseconds(150)));
  EXPECT_EQ(crowd.front().send(plain_get).read().status, 200);
  setrlimit(RLIMIT_NOFILE, &before);
  for (int file : fillers) close(file);
  EXPECT_EQ(crowd.back().read().status, 200);
  EXPECT_NE(server.log().find("have to wait: Too many open files"), std::string::npos) << server.log();
}

}  // namespace
