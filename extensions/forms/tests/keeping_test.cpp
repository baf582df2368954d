// How often something is taken, and how much of it is kept.
#include "../keeping.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "kept_forms.hpp"

using stage::has;
using stage::header;
using stage::kept_forms;
using stage::visit;
using namespace std::chrono_literals;

namespace {

TEST_F(kept_forms, take_so_much_of_an_address_in_a_minute_and_give_the_rest_back) {
  auto on = started({.submissions_per_minute = 2});
  EXPECT_EQ(send(*on, "/name=a").status, 303);
  EXPECT_EQ(send(*on, "/of/size=many").status, 422) << "it is not taken, so it does not count";
  EXPECT_EQ(send(*on, "/name=b").status, 303);
  on->advance(20s);
  const tenon::response refused = send(*on, "/name=third%3Cb%3E");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header(refused, "Retry-After"), "40");
  EXPECT_EQ(header(refused, "Cache-Control"), "no-store");
  const std::string_view page = refused.body.view();
  EXPECT_TRUE(has(page, "<title>Not taken: Visit</title>")) << page;
  EXPECT_TRUE(has(page, "Your answers are still here: send them again in 40 seconds.")) << page;
  EXPECT_TRUE(has(page, "value=\"third&lt;b&gt;\"")) << page;
  EXPECT_EQ(send(*on, "/name=c", {}, "192.0.2.2").status, 303) << "another address";
  EXPECT_FALSE(has(all_of(*on, "/forms/visit/observations.jsonl"), "third"));
  on->advance(40s);
  EXPECT_EQ(send(*on, "/name=third").status, 303);
}

TEST_F(kept_forms, count_whoever_is_known_as_a_user_wherever_it_comes_from) {
  auto on = started({.submissions_per_minute = 1});
  EXPECT_EQ(send(*on, "/name=a", "ada").status, 303);
  EXPECT_EQ(send(*on, "/name=a", "ada", "192.0.2.2").status, 429);
  EXPECT_EQ(send(*on, "/name=a", "dave").status, 303);
  EXPECT_EQ(send(*on, "/name=a").status, 303);
}

TEST_F(kept_forms, take_what_the_settings_say_from_there_on) {
  auto on = started({.submissions_per_minute = 1});
  EXPECT_EQ(send(*on, "/name=a").status, 303);
  EXPECT_EQ(send(*on, "/name=a").status, 429);
  on->change(R"({"submissions_per_minute": 0})");
  for (int i = 0; i < 100; ++i) ASSERT_EQ(send(*on, "/name=a").status, 303) << i;
}

TEST(forms, take_60_of_an_address_in_a_minute_where_nothing_else_is_said) {
  stage::scene on(visit);
  for (int i = 0; i < 60; ++i) ASSERT_EQ(on.post("/forms/visit", "/name=a").status, 303) << i;
  EXPECT_EQ(on.post("/forms/visit", "/name=a").status, 429);
}

}  // namespace
