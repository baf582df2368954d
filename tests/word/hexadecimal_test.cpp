#include "tenon/word/hexadecimal.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

TEST(hexadecimal, is_two_small_digits_for_each_byte) {
  EXPECT_EQ(tenon::hexadecimal(std::array<unsigned char, 4>{0x00, 0x0F, 0xA9, 0xFF}), "000fa9ff");
  EXPECT_EQ(tenon::hexadecimal(std::array<unsigned char, 0>{}), "");
  EXPECT_EQ(tenon::hexadecimal('\x1b'), "1b");
  EXPECT_EQ(tenon::hexadecimal('\xe9'), "e9");
}

TEST(hexadecimal, has_these_digits_and_no_others) {
  for (const char c : {'0', '9', 'a', 'f', 'A', 'F'}) EXPECT_TRUE(tenon::is_hexadecimal(c)) << c;
  for (const char c : {'/', ':', '`', 'g', '@', 'G', '\0', '\xe9'}) EXPECT_FALSE(tenon::is_hexadecimal(c)) << c;
}

}  // namespace
