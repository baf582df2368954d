#include "tenon/word/broadcast.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>

namespace {

// Nobody waits in these tests, so nothing is ever asked of it.
struct idle_loop final : tenon::event_loop {
  void post(tenon::job) override {}
  void post_after(std::chrono::milliseconds, tenon::job) override {}
  void offload(tenon::job) override {}
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

TEST(broadcast, goes_on_when_a_message_could_not_be_copied_for_one_of_several) {
  idle_loop loop;
  tenon::request from;
  from.loop = &loop;
  tenon::broadcast<scarce> news;
  std::optional gone(news.subscribe(from));
  const auto second = news.subscribe(from), third = news.subscribe(from);
  gone.reset();

  int copies = 1;
  const scarce one(copies);
  EXPECT_THROW(news.send(one), std::runtime_error);
  copies = 100;
  news.send(one);
  EXPECT_EQ(copies, 98) << "both that are left hear it";
  EXPECT_EQ(news.subscribers(), 2U);
}

}  // namespace
