#include "tenon/word/utf8.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace {

using tenon::utf8_size;

TEST(utf8_size, is_that_of_the_first_character) {
  EXPECT_EQ(utf8_size("ab"), 1U);
  EXPECT_EQ(utf8_size(std::string_view("\0", 1)), 1U);
  EXPECT_EQ(utf8_size("\xc3\xbc."), 2U);
  EXPECT_EQ(utf8_size("\xe2\x82\xac"), 3U);
  EXPECT_EQ(utf8_size("\xf0\x9f\x99\x82"), 4U);
}

TEST(utf8_size, is_none_of_what_is_no_character) {
  for (const std::string_view no : {"\x80", "\xc3", "\xc3(", "\xc0\xaf", "\xe0\x80\xaf", "\xe2\x82", "\xed\xa0\x80",
                                    "\xf0\x80\x80\xaf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"})
    EXPECT_EQ(utf8_size(no), 0U) << no;
}

}  // namespace
