#include "../cache/cache_store.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <limits>
#include <string>
#include <thread>
#include <vector>

namespace tenon_data {

namespace {

using namespace std::chrono_literals;

class cached_values : public testing::Test {
 protected:
  std::atomic<std::chrono::seconds> passed_{0s};
  cache_store cache_{1000, [this] { return cache_store::time_point(passed_.load()); }};
};

TEST_F(cached_values, are_found_until_their_time_is_over) {
  EXPECT_TRUE(cache_.set("tea", "green", 10s));
  EXPECT_TRUE(cache_.set("coffee", "black"));
  passed_ = 9s;
  EXPECT_EQ(cache_.get("tea"), "green");
  passed_ = 10s;
  EXPECT_EQ(cache_.get("tea"), std::nullopt);
  EXPECT_FALSE(cache_.del("tea"));
  EXPECT_TRUE(cache_.del("coffee"));
  EXPECT_FALSE(cache_.del("coffee"));
  EXPECT_EQ(cache_.bytes(), 0U);
}

TEST_F(cached_values, stay_for_ever_where_no_clock_comes_to_their_end) {
  EXPECT_TRUE(cache_.set("tea", "green", std::chrono::seconds::max()));
  passed_ = std::chrono::seconds(1'000'000'000);
  EXPECT_EQ(cache_.get("tea"), "green");
}

TEST_F(cached_values, that_were_used_longest_ago_go_where_there_is_no_room) {
  const std::string text(60, 'x');
  EXPECT_TRUE(cache_.set("a", text));
  const std::size_t each = cache_.bytes(), fit = 1000 / each;
  ASSERT_GE(fit, 3U);
  for (std::size_t i = 1; i < fit; ++i) EXPECT_TRUE(cache_.set(std::string(1, static_cast<char>('a' + i)), text));
  EXPECT_EQ(cache_.get("a"), text);
  EXPECT_TRUE(cache_.set("z", text));
  EXPECT_EQ(cache_.get("a"), text);
  EXPECT_EQ(cache_.get("b"), std::nullopt);
  EXPECT_EQ(cache_.get("c"), text);
  EXPECT_LE(cache_.bytes(), 1000U);
}

TEST_F(cached_values, that_are_larger_than_all_room_are_not_kept) {
  EXPECT_TRUE(cache_.set("a", "1"));
  EXPECT_FALSE(cache_.set("a", std::string(2000, 'x')));
  EXPECT_EQ(cache_.get("a"), std::nullopt);
  EXPECT_EQ(cache_.bytes(), 0U);
}

TEST_F(cached_values, are_used_by_many_at_once) {
  std::vector<std::thread> all;
  for (int t = 0; t < 4; ++t)
    all.emplace_back([this, t] {
      for (int i = 0; i < 500; ++i) {
        cache_.set(std::to_string(i % 7), std::string(static_cast<std::size_t>(i % 90), 'x'));
        static_cast<void>(cache_.get(std::to_string((i + t) % 7)));
        if (i % 50 == 0) cache_.flush();
      }
    });
  for (std::thread& one : all) one.join();
  EXPECT_LE(cache_.bytes(), 1000U);
}

}  // namespace

}  // namespace tenon_data
