#include "tenon/word/nearest.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace {

TEST(nearest_word, is_found_for_a_slip_and_not_for_another_word) {
  const std::array<std::string_view, 3> known{"priority", "version", "needs"};
  EXPECT_EQ(tenon::nearest("prioriti", known), "priority");
  EXPECT_EQ(tenon::nearest("verison", known), "version");
  EXPECT_EQ(tenon::nearest("colour", known), "");
}

}  // namespace
