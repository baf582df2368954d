#include "../hello.hpp"

#include <gtest/gtest.h>

#include <tenon/testing/harness.hpp>

using namespace tenon::literals;
using tenon::testing::harness;

TEST(hello, greets_whom_it_is_told_to) {
  harness<hello> on;
  EXPECT_EQ(on.call("helloWorld"_fn, {.subject = "Ada"}), "Hello, Ada!");
  EXPECT_EQ(on.call("helloWorld"_fn), "Hello, World!");
}

TEST(hello, adds_one_where_it_is_told_no_second_number) {
  harness<hello> on;
  EXPECT_EQ(on.call("add"_fn, {.a = 41}), 42);
}
