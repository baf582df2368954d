#include "tenon/form/typed_number.hpp"

#include <gtest/gtest.h>

namespace {

using tenon::form::trimmed_number;
using tenon::form::typed_number;

TEST(a_typed_number, may_have_a_plus_and_space_around_it) {
  EXPECT_EQ(typed_number(" 1.5\t"), 1.5);
  EXPECT_EQ(typed_number("+1e3"), 1000);
  EXPECT_EQ(typed_number("-0.25"), -0.25);
  EXPECT_EQ(trimmed_number(" +7 "), "7");
}

TEST(a_typed_number, is_one_number_and_finite) {
  for (const char* wrong : {"", " ", "+", "++1", "1,5", "1 2", "1x", "0x10", "inf", "nan", "1e999"})
    EXPECT_EQ(typed_number(wrong), std::nullopt) << wrong;
}

}  // namespace
