#include "tenon/word/broadcast.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <vector>

namespace {

using namespace std::chrono_literals;

// Nobody waits in these tests, so nothing is ever asked of it.
struct idle_loop final : tenon::event_loop {
  void post(tenon::job) override {}
  void post_after(std::chrono::milliseconds, tenon::job) override {}
  void offload(tenon::job) override {}
};

class broadcast : public testing::Test {
 protected:
  broadcast() { from.loop = &loop_; }
  tenon::request from{};

 private:
  idle_loop loop_{};
};

// Of which so many more copies can be made.
struct scarce {
  explicit scarce(int& copies) : left(&copies) {}
  scarce(const scarce& other) : left(other.left) {
    if ((*left)-- == 0) throw std::runtime_error("no more of it");
  }
  scarce(scarce&&) noexcept = default;
  scarce& operator=(scarce&&) noexcept = default;
  scarce& operator=(const scarce&) = delete;
  int* left;
};

TEST_F(broadcast, that_could_not_be_copied_is_sent_to_nobody_and_the_next_one_to_all) {
  tenon::broadcast<scarce> news;
  std::optional gone(news.subscribe(from));
  auto second = news.subscribe(from), third = news.subscribe(from);
  gone.reset();

  int copies = 0;
  const scarce one(copies);
  EXPECT_THROW(news.send(one), std::runtime_error);
  EXPECT_FALSE(second.next(1s).has_come() || third.next(1s).has_come());
  copies = 100;
  news.send(one);
  EXPECT_TRUE(second.next(1s).has_come() && third.next(1s).has_come());
  EXPECT_EQ(news.subscribers(), 2U);
}

// Counts those that are there.
struct counted {
  explicit counted(int& all) : alive(&all) { ++*alive; }
  counted(const counted& other) : alive(other.alive) { ++*alive; }
  ~counted() { --*alive; }
  counted& operator=(const counted&) = delete;
  int* alive;
};

TEST_F(broadcast, keeps_each_message_once_for_however_many_that_do_not_take_it) {
  int alive = 0;
  {
    tenon::broadcast<counted> news(3);
    std::vector<decltype(news.subscribe(from))> all;
    for (int i = 0; i < 50; ++i) all.push_back(news.subscribe(from));
    for (int i = 0; i < 10; ++i) news.send(counted(alive));
    EXPECT_EQ(alive, 3);
    EXPECT_EQ(all.front().lost(), 7U);
    EXPECT_EQ(all.back().lost(), 7U);
    EXPECT_TRUE(all.front().next(1s).await_resume().has_value());
    EXPECT_EQ(alive, 3) << "the others have not taken it";
  }
  EXPECT_EQ(alive, 0);
}

}  // namespace
