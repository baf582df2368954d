#include "tenon/word/byte_size.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <type_traits>

namespace {

using namespace tenon::literals;

static_assert(tenon::byte_size_from("8MiB")->bytes == 8_MiB);

TEST(byte_size, is_digits_and_a_unit) {
  EXPECT_EQ(tenon::byte_size_from("4096")->bytes, 4096U);
  EXPECT_EQ(tenon::byte_size_from("500kB")->bytes, 500'000U);
  EXPECT_EQ(tenon::byte_size_from("500KB")->bytes, 500'000U);
  EXPECT_EQ(tenon::byte_size_from("1 GiB")->bytes, 1_GiB);
  EXPECT_EQ(tenon::byte_size_from("4KiB")->bytes, 4_KiB);
  EXPECT_EQ(tenon::byte_size_from("18446744073709551615")->bytes, UINT64_MAX);
}

TEST(byte_size, in_any_other_form_is_not_read) {
  for (const char* text :
       {"", "MiB", "8 mib", "8mb", "-1", "1.5MiB", "8MiB ", "8M", "18446744073709551616", "16777216TiB", "0x10"})
    EXPECT_FALSE(tenon::byte_size_from(text).has_value()) << text;
}

// Whether `Count` GiB can be written as a literal.
template <unsigned long long Count>
concept HasLiteral = requires { typename std::bool_constant<(operator""_GiB(Count), true)>; };

TEST(byte_size, of_more_than_64_bits_is_no_literal) {
  EXPECT_EQ(17'179'869'183_GiB, std::uint64_t{17'179'869'183} << 30U);
  EXPECT_TRUE(HasLiteral<17'179'869'183>);
  EXPECT_FALSE(HasLiteral<17'179'869'184>);
  EXPECT_FALSE(HasLiteral<20'000'000'000>);
  EXPECT_EQ(tenon::many_bytes(20'000'000'000, 1U << 30U), std::nullopt);
}

TEST(byte_size, is_written_in_the_largest_unit_that_divides_it) {
  EXPECT_EQ(to_string(8_MiB), "8MiB");
  EXPECT_EQ(to_string(tenon::byte_size{500'000}), "500kB");
  EXPECT_EQ(to_string(tenon::byte_size{1025}), "1025B");
  EXPECT_EQ(to_string(tenon::byte_size{}), "0B");
}

}  // namespace
