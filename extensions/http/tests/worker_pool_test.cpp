#include "../worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <cstddef>
#include <new>
#include <semaphore>

#include "allocation_count.hpp"

namespace {

TEST(worker_pool, begins_as_many_jobs_at_once_as_it_has_threads_whether_they_sleep_or_are_busy) {
  constexpr std::ptrdiff_t all = 8;
  std::barrier meeting(all + 1);  // none goes on before each of them, and this test, has come
  tenon::http1::worker_pool pool(all);
  for (int round = 0; round < 300; ++round) {
    for (std::ptrdiff_t i = 0; i < all; ++i)
      pool.run({[](void* data) { static_cast<std::barrier<>*>(data)->arrive_and_wait(); }, &meeting});
    meeting.arrive_and_wait();
  }
}

// The first waits for the second, which has come before the pool is told to stop.
TEST(worker_pool, begins_what_has_come_though_it_is_told_to_stop) {
  for (int round = 0; round < 100; ++round) {
    std::binary_semaphore second_ran{0};
    tenon::http1::worker_pool pool(2);
    pool.run({[](void* data) { static_cast<std::binary_semaphore*>(data)->acquire(); }, &second_ran});
    pool.run({[](void* data) { static_cast<std::binary_semaphore*>(data)->release(); }, &second_ran});
    pool.stop();
  }
}

}  // namespace

#ifndef TENON_ALLOCATES_BY_ITSELF

namespace {

void count_one(void* data) { ++*static_cast<std::atomic<int>*>(data); }

TEST(worker_pool, without_memory_either_refuses_a_job_or_runs_it_whichever_allocation_fails) {
  bool one_failed = true;
  for (std::size_t others = 0; one_failed; ++others) {
    std::atomic<int> runs = 0;
    std::binary_semaphore gate{0};
    bool refused = false;
    {
      tenon::http1::worker_pool pool(2);
      pool.run({[](void* data) { static_cast<std::binary_semaphore*>(data)->acquire(); }, &gate});
      fail_allocation_after(others);
      try {
        pool.run({&count_one, &runs});
      } catch (const std::bad_alloc&) {
        refused = true;
      }
      one_failed = !forget_failing_allocation();
      gate.release();
    }
    EXPECT_EQ(runs, refused ? 0 : 1) << "the allocation after " << others << " others failed";
  }
}

TEST(worker_pool, without_memory_for_its_first_thread_refuses_the_job) {
  std::atomic<int> runs = 0;
  {
    tenon::http1::worker_pool pool(1);
    fail_allocation_after(1);
    EXPECT_THROW(pool.run({&count_one, &runs}), std::bad_alloc);
    EXPECT_FALSE(forget_failing_allocation());
  }
  EXPECT_EQ(runs, 0);
}

}  // namespace

#endif
