#include "tenon/word/byte_size.hpp"

#include <gtest/gtest.h>

namespace {

using namespace tenon::literals;

static_assert(tenon::byte_size_from("8MiB")->bytes == 8_MiB);

TEST(byte_size, is_digits_and_a_unit) {
  EXPECT_EQ(tenon::byte_size_from("4096")->bytes, 4096U);
  EXPECT_EQ(tenon::byte_size_from("500kB")->bytes, 500'000U);
  EXPECT_EQ(tenon::byte_size_from("500KB")->bytes, 500'000U);
  EXPECT_EQ(tenon::byte_size_from("1 GiB")->bytes, 1_GiB);
  EXPECT_EQ(tenon::byte_size_from("18446744073709551615")->bytes, UINT64_MAX);
}

TEST(byte_size, in_any_other_form_is_not_read) {
  for (const char* text :
       {"", "MiB", "8 mib", "8mb", "-1", "1.5MiB", "8MiB ", "8M", "18446744073709551616", "16777216TiB", "0x10"})
    EXPECT_FALSE(tenon::byte_size_from(text).has_value()) << text;
}

TEST(byte_size, is_written_in_the_largest_unit_that_divides_it) {
  EXPECT_EQ(to_string(8_MiB), "8MiB");
  EXPECT_EQ(to_string(tenon::byte_size{500'000}), "500kB");
  EXPECT_EQ(to_string(tenon::byte_size{1025}), "1025B");
  EXPECT_EQ(to_string(tenon::byte_size{}), "0B");
}

}  // namespace
