#include "../plain.hpp"

#include <gtest/gtest.h>

#include <tenon/testing/harness.hpp>

using tenon::testing::harness;

TEST(plain, greets_whom_it_is_told_to) {
  harness<plain> on;
  EXPECT_EQ(on.call(no_frills{}, greets::greet{.subject = "Ada"}), "Hello, Ada!");
  EXPECT_EQ(on.call(no_frills{}, greets::greet{}), "Hello, World!");
}
