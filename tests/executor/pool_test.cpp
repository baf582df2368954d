// The executors by themselves, without an app around them.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <coroutine>
#include <future>
#include <memory>
#include <set>
#include <thread>
#include <vector>

#include "tenon/executor/answer.hpp"
#include "tenon/executor/pool.hpp"
#include "tenon/executor/wait.hpp"
#include "tenon/executor/work.hpp"

namespace {

using namespace std::chrono_literals;
using namespace tenon::executor;

TEST(pool, has_one_thread_for_things_that_come_one_after_the_other) {
  pool executors({{"a", readiness::open}, {"b", readiness::open}}, {}, nullptr);
  std::set<std::thread::id> threads;
  for (std::size_t i = 0; i < 20; ++i) {
    executors.post(i % 2, make_work([&] { threads.insert(std::this_thread::get_id()); }));
    executors.settle();
  }
  EXPECT_EQ(threads.size(), 1U);
  EXPECT_FALSE(threads.contains(std::this_thread::get_id()));
}

TEST(pool, keeps_what_comes_before_an_executor_is_open_and_refuses_what_comes_after_it_is_closed) {
  pool executors({{"a", readiness::waiting}}, {}, nullptr);
  int done = 0;
  EXPECT_TRUE(executors.post(0, make_work([&] { ++done; })));
  executors.settle();
  EXPECT_EQ(done, 0);
  executors.open(0);
  executors.settle();
  EXPECT_EQ(done, 1);
  executors.close(0);
  EXPECT_FALSE(executors.post(0, make_work([&] { ++done; })));
  executors.settle();
  EXPECT_EQ(done, 1);
}

TEST(pool, made_in_the_middle_of_a_hook_leaves_the_executor_to_that_until_it_is_released) {
  pool executors({{"a", readiness::open}}, {.at = 0, .by = tenon::executor::this_thread()}, nullptr);
  std::atomic<bool> done{false};
  executors.post(0, make_work([&] { done = true; }));
  std::this_thread::sleep_for(2ms);
  EXPECT_FALSE(done);
  executors.release(0);
  executors.settle();
  EXPECT_TRUE(done);
}

// A thread that has its answer and has not yet gone on waits for nobody any more: who waits for it now waits in no
// circle.
TEST(pool, forgets_who_waits_for_whom_as_soon_as_the_answer_is_there) {
  pool executors({{"a", readiness::open}, {"b", readiness::open}}, {}, nullptr);
  executors.hold(0);
  blocked_thread self;
  executors.block(self);
  const auto wanted = std::make_shared<answer<int>>();
  wanted->from = 1;
  std::promise<void> go;
  const auto first = [&] {
    go.get_future().wait();
    return 1;
  };
  executors.post(1, std::make_unique<asked_work<int, decltype(first)>>(wanted, first));
  EXPECT_TRUE(executors.await(*wanted, std::noop_coroutine()));
  go.set_value();

  std::promise<int> got;
  executors.post(1, make_work([&] {
                   try {
                     got.set_value(wait(executors, ask(executors, 0, [] { return 2; })));
                   } catch (...) {
                     got.set_exception(std::current_exception());
                   }
                 }));
  std::this_thread::sleep_for(2ms);
  executors.release(0);
  EXPECT_EQ(got.get_future().get(), 2);
  EXPECT_TRUE(executors.next(self));
  executors.unblock(self);
}

// It may wait for what executors do.
TEST(pool, has_a_thread_for_work_on_no_executor_however_many_of_the_others_are_busy) {
  std::vector<background::seed> seeds(9, {"a", readiness::open});
  pool executors(seeds, {}, nullptr);
  std::promise<void> loose;
  const std::shared_future<void> done = loose.get_future().share();
  for (std::size_t i = 0; i + 1 < seeds.size(); ++i)
    executors.post(i, make_work([done] { EXPECT_EQ(done.wait_for(10s), std::future_status::ready); }));
  executors.post(background::nowhere, make_work([&] { loose.set_value(); }));
  executors.settle();
}

TEST(pool, does_the_work_of_executors_however_much_work_on_none_waits_for_it) {
  pool executors({{"a", readiness::open}}, {}, nullptr);
  std::promise<void> posted;
  const std::shared_future<void> done = posted.get_future().share();
  for (int i = 0; i < 9; ++i)
    executors.post(background::nowhere,
                   make_work([done] { EXPECT_EQ(done.wait_for(10s), std::future_status::ready); }));
  executors.post(0, make_work([&] { posted.set_value(); }));
  executors.settle();
}

}  // namespace
