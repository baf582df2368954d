#include "tenon/word/field.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "tenon/word/restart.hpp"

namespace {

using namespace std::chrono_literals;

struct pool {
  int size = 2;
};
enum class mode : unsigned char { slow, fast };

struct settings {
  tenon::field<int, {.doc = "Threads that work.", .min = 1, .max = 64, .unit = "threads"}> workers = 4;
  tenon::field<std::string, {.doc = "What it says."}> greeting = "Hello";
  tenon::restart<std::vector<int>> ports = {80, 443};
  tenon::restart<std::optional<int>> limit = 5;
  tenon::field<std::chrono::seconds, {.min = "1s", .max = "1h"}> pause = 10s;
  tenon::restart<std::chrono::seconds> delay = 2min;
  tenon::restart<pool> threads;
  tenon::restart<mode> how = mode::fast;
  tenon::restart<bool> on = true;
};

int twice(int number) { return 2 * number; }
std::size_t length(const std::string& text) { return text.size(); }

TEST(field, reads_as_what_it_holds) {
  const settings now;
  EXPECT_EQ(twice(now.workers), 8);
  EXPECT_EQ(now.workers + 1, 5);
  EXPECT_EQ(length(now.greeting), 5U);
  EXPECT_TRUE(now.greeting == "Hello");
  EXPECT_EQ(now.greeting.substr(0, 2), "He");
  EXPECT_EQ(now.ports.size(), 2U);
  EXPECT_EQ(*now.limit, 5);
  EXPECT_TRUE(now.pause == 10s);
  EXPECT_EQ(now.delay.count(), 120);
  EXPECT_EQ(now.threads.size, 2);
  EXPECT_TRUE(now.how == mode::fast);
  EXPECT_TRUE(now.on ? true : false);
}

TEST(field, is_set_like_what_it_holds) {
  settings now;
  now.workers = 7;
  now.greeting = "Good day";
  now.pause = 5s;
  EXPECT_EQ(now.workers.get(), 7);
  EXPECT_EQ(now.greeting, "Good day");
  EXPECT_EQ(now.pause.get(), 5s);
}

static_assert(decltype(settings::workers)::told.doc.view() == "Threads that work.");
static_assert(decltype(settings::workers)::told.max.value == 64);
static_assert(decltype(settings::pause)::told.max.value == 3600);
static_assert(!decltype(settings::workers)::told.restart && decltype(settings::ports)::told.restart);
static_assert(sizeof(tenon::field<int, {.doc = "a"}>) == sizeof(int));

}  // namespace
