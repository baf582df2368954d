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

TEST(nearest_word, differs_in_no_more_than_a_third_of_the_letters) {
  EXPECT_EQ(tenon::nearest("abc", std::array<std::string_view, 1>{"axc"}), "axc");
  EXPECT_EQ(tenon::nearest("abc", std::array<std::string_view, 1>{"axy"}), "");
  EXPECT_EQ(tenon::nearest("abcdef", std::array<std::string_view, 1>{"abcdxy"}), "abcdxy");
  EXPECT_EQ(tenon::nearest("abcdef", std::array<std::string_view, 1>{"abcxyz"}), "");
  EXPECT_EQ(tenon::nearest("ab", std::array<std::string_view, 1>{"ax"}), "");
}

}  // namespace
