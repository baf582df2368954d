#include "tenon/word/timestamp.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono;

static_assert(tenon::timestamp_from("1970-01-01T00:00:00Z") == tenon::timestamp());

tenon::timestamp noon() { return sys_days(2025y / August / 1) + 12h; }

TEST(timestamp, is_written_in_utc_with_milliseconds) {
  EXPECT_EQ(tenon::timestamp_text(noon() + 7ms), "2025-08-01T12:00:00.007Z");
  EXPECT_EQ(tenon::timestamp_text(tenon::timestamp(-1ms)), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(tenon::timestamp_text(sys_days(0y / January / 1)), "0000-01-01T00:00:00.000Z");
}

TEST(timestamp, beyond_year_9999_or_before_year_0_has_no_text) {
  EXPECT_EQ(tenon::timestamp_text(sys_days(10000y / January / 1)), std::nullopt);
  EXPECT_EQ(tenon::timestamp_text(sys_days(-1y / December / 31)), std::nullopt);
  EXPECT_EQ(tenon::timestamp_text(tenon::timestamp::max()), std::nullopt);
  EXPECT_EQ(tenon::timestamp_text(tenon::timestamp::min()), std::nullopt);
}

TEST(timestamp, is_read_with_or_without_a_fraction) {
  EXPECT_EQ(tenon::timestamp_from("2025-08-01T12:00:00Z"), noon());
  EXPECT_EQ(tenon::timestamp_from("2025-08-01T12:00:00.5Z"), noon() + 500ms);
  EXPECT_EQ(tenon::timestamp_from("2025-08-01T12:00:00.123456789Z"), noon() + 123ms);
}

TEST(timestamp, with_an_offset_is_the_same_moment) {
  EXPECT_EQ(tenon::timestamp_from("2025-08-01T14:00:00+02:00"), noon());
  EXPECT_EQ(tenon::timestamp_from("2025-08-01T05:30:00.000-06:30"), noon());
  EXPECT_EQ(tenon::timestamp_from("2025-08-02T00:00:00+12:00"), noon());
}

TEST(timestamp, must_be_a_day_and_a_time_that_exist) {
  EXPECT_NE(tenon::timestamp_from("2024-02-29T00:00:00Z"), std::nullopt);
  for (const char* text :
       {"2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "2025-00-01T00:00:00Z", "2025-04-31T00:00:00Z",
        "2025-08-01T24:00:00Z", "2025-08-01T12:60:00Z", "2025-08-01T12:00:60Z", "2025-08-01T12:00:00+24:00"})
    EXPECT_EQ(tenon::timestamp_from(text), std::nullopt) << text;
}

TEST(timestamp, that_an_offset_takes_out_of_the_years_with_a_text_is_not_read) {
  EXPECT_EQ(tenon::timestamp_from("9999-12-31T23:59:59.999-00:01"), std::nullopt);
  EXPECT_EQ(tenon::timestamp_from("0000-01-01T00:00:59+00:01"), std::nullopt);
  EXPECT_EQ(tenon::timestamp_from("0000-01-01T00:01:00+00:01"), tenon::timestamp(sys_days(0y / January / 1)));
}

TEST(timestamp, in_any_other_form_is_not_read) {
  for (const char* text :
       {"", "2025", "2025-08-01", "2025-08-01T12:00Z", "2025-08-01T12:00:00", "2025-08-01 12:00:00Z",
        "2025-8-1T12:00:00Z", "2025-08-01T12:00:00.Z", "2025-08-01T12:00:00.1234567890Z", "2025-08-01T12:00:00z",
        "2025-08-01T12:00:00ZZ", " 2025-08-01T12:00:00Z", "+2025-08-01T12:00:00Z", "2025-08-01T12:00:00+0200",
        "2025-08-01T12:00:00+02", "20250801T120000Z", "tomorrow", "NaN", "1754049600000"})
    EXPECT_EQ(tenon::timestamp_from(text), std::nullopt) << text;
}

TEST(timestamp, is_read_back_as_it_was_written) {
  for (const auto when :
       {noon(), noon() + 1ms, tenon::timestamp(sys_days(9999y / December / 31) + 86399999ms), tenon::timestamp(-1ms)})
    EXPECT_EQ(tenon::timestamp_from(*tenon::timestamp_text(when)), when);
}

}  // namespace
