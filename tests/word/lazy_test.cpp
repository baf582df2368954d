#include "tenon/word/lazy.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <stdexcept>
#include <thread>

namespace {

// Can be neither copied nor moved, like whatever holds a mutex.
struct pool {
  explicit pool(int connections, int* closed = nullptr) : size(connections), closed_(closed) {}
  pool(const pool&) = delete;
  pool& operator=(const pool&) = delete;
  ~pool() {
    if (closed_ != nullptr) ++*closed_;
  }
  int size;

 private:
  int* closed_;
};

TEST(lazy, is_made_by_the_first_who_asks_and_by_nobody_before) {
  int made = 0;
  tenon::lazy<pool> one([&] { return pool(++made); });
  EXPECT_FALSE(one.is_made());
  EXPECT_EQ(made, 0);
  EXPECT_EQ(one->size, 1);
  EXPECT_EQ((*one).size, 1);
  EXPECT_EQ(&one.get(), &*one);
  EXPECT_TRUE(one.is_made());
  EXPECT_EQ(made, 1);
}

TEST(lazy, is_made_once_by_two_threads_that_ask_together_and_both_have_it_whole) {
  for (int round = 0; round < 200; ++round) {
    std::atomic<int> made = 0;
    tenon::lazy<pool> one([&] {
      std::this_thread::yield();
      return pool(++made + 6);
    });
    std::latch together(2);
    int seen[2]{};
    auto ask = [&](int& into) {
      together.arrive_and_wait();
      into = one->size;
    };
    std::thread other([&] { ask(seen[1]); });
    ask(seen[0]);
    other.join();
    ASSERT_EQ(made, 1);
    ASSERT_EQ(seen[0], 7);
    ASSERT_EQ(seen[1], 7);
  }
}

TEST(lazy, stays_unmade_where_making_it_throws_and_is_made_by_the_next_who_asks) {
  int tried = 0;
  tenon::lazy<pool> one([&] {
    if (++tried == 1) throw std::runtime_error("no database yet");
    return pool(tried);
  });
  EXPECT_THROW((void)one.get(), std::runtime_error);
  EXPECT_FALSE(one.is_made());
  EXPECT_EQ(one->size, 2);
  EXPECT_EQ(one->size, 2);
}

TEST(lazy, is_destroyed_if_it_was_made_and_only_then) {
  int closed = 0;
  {
    tenon::lazy<pool> asked([&] { return pool(1, &closed); });
    tenon::lazy<pool> never([&] { return pool(2, &closed); });
    EXPECT_EQ(asked->size, 1);
  }
  EXPECT_EQ(closed, 1);
}

}  // namespace
