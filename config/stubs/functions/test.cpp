#include "../@entry@"

#include <gtest/gtest.h>

#include <tenon/testing/harness.hpp>

namespace {

using namespace tenon::literals;

TEST(@identifier@, greets_whom_it_is_told_to) {
  tenon::testing::harness<@identifier@> on;
  EXPECT_EQ(on.call("@function@Hello"_fn, {.subject = "Ada"}), "Hello, Ada!");
  EXPECT_EQ(on.call("@function@Hello"_fn), "Hello, World!");
}

}  // namespace
