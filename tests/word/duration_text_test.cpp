#include "tenon/word/duration_text.hpp"

#include <gtest/gtest.h>

namespace {

static_assert(tenon::duration_from("10s") == 10'000'000'000);
static_assert(tenon::duration_from("1h30min") == 5'400'000'000'000);

TEST(duration_text, has_a_unit_behind_every_number) {
  EXPECT_EQ(tenon::duration_from("500ms"), 500'000'000);
  EXPECT_EQ(tenon::duration_from("2min"), 120'000'000'000);
  EXPECT_EQ(tenon::duration_from("1d"), 86'400'000'000'000);
  EXPECT_EQ(tenon::duration_from("3us"), 3'000);
  EXPECT_EQ(tenon::duration_from("0s"), 0);
  EXPECT_EQ(tenon::duration_from("-5s"), -5'000'000'000);
  EXPECT_EQ(tenon::duration_from("1d2h3min4s5ms6us7ns"), 93'784'005'006'007);
}

TEST(duration_text, in_any_other_form_is_not_read) {
  for (const char* text : {"", "-", "10", "s", "10 s", " 10s", "10s ", "1.5s", "10S", "10sec", "5m", "1s1h", "1s1s",
                           "+1s", "1e3s", "--1s"})
    EXPECT_EQ(tenon::duration_from(text), std::nullopt) << text;
}

TEST(duration_text, longer_than_64_bits_of_nanoseconds_is_not_read) {
  EXPECT_NE(tenon::duration_from("106751d"), std::nullopt);
  EXPECT_EQ(tenon::duration_from("106752d"), std::nullopt);
  EXPECT_EQ(tenon::duration_from("99999999999999999999s"), std::nullopt);
  EXPECT_EQ(tenon::duration_from("9223372036s9223372036ms"), std::nullopt);
  EXPECT_EQ(tenon::duration_from("9223372036854775808ns"), std::nullopt);
  EXPECT_EQ(tenon::duration_from("-9223372036854775809ns"), std::nullopt);
  EXPECT_EQ(tenon::duration_from("-18446744073709551616ns"), std::nullopt);
}

TEST(duration_text, is_written_in_the_largest_unit_that_divides_it) {
  EXPECT_EQ(tenon::duration_text(90'000'000'000), "90s");
  EXPECT_EQ(tenon::duration_text(120'000'000'000), "2min");
  EXPECT_EQ(tenon::duration_text(1'500'000'000), "1500ms");
  EXPECT_EQ(tenon::duration_text(0), "0s");
  EXPECT_EQ(tenon::duration_text(-3'600'000'000'000), "-1h");
}

TEST(duration_text, is_read_back_as_it_was_written) {
  for (const std::int64_t one : {std::int64_t{0}, std::int64_t{-1}, INT64_MAX, INT64_MIN, INT64_MIN + 1})
    EXPECT_EQ(tenon::duration_from(tenon::duration_text(one)), one);
}

}  // namespace
