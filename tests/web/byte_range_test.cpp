#include "tenon/web/byte_range.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

#include "tenon/web/accepted_coding.hpp"

namespace {

using tenon::web::accepts_coding;
using tenon::web::byte_range;
using tenon::web::byte_range_from;

TEST(byte_range, is_what_the_header_says_of_what_is_there) {
  EXPECT_EQ(byte_range_from("bytes=0-0", 10), (byte_range{0, 1}));
  EXPECT_EQ(byte_range_from("bytes=3-", 10), (byte_range{3, 7}));
  EXPECT_EQ(byte_range_from("bytes=3-99", 10), (byte_range{3, 7}));
  EXPECT_EQ(byte_range_from("bytes=-4", 10), (byte_range{6, 4}));
  EXPECT_EQ(byte_range_from("bytes=-40", 10), (byte_range{0, 10}));
  EXPECT_EQ(byte_range_from("bytes=0-99999999999999999999999", 10), (byte_range{0, 10}));
}

TEST(byte_range, holds_nothing_where_it_begins_behind_the_end) {
  for (const std::string_view none : {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999999-"})
    EXPECT_EQ(byte_range_from(none, 10).value().size, 0U) << none;
  EXPECT_EQ(byte_range_from("bytes=-1", 0).value().size, 0U);
}

TEST(byte_range, is_none_where_it_says_anything_else_and_the_whole_is_sent) {
  for (const std::string_view other : {"", "bytes=", "bytes=-", "bytes=1", "bytes=a-b", "bytes=4-2", "bytes=0-1,3-4",
                                       "items=0-1", "bytes= 0-1", "bytes=+1-2", "bytes=1-2 "})
    EXPECT_EQ(byte_range_from(other, 10), std::nullopt) << other;
}

TEST(accepted_coding, is_one_that_is_named_without_a_weight_of_nothing) {
  EXPECT_TRUE(accepts_coding("gzip, deflate, br", "br"));
  EXPECT_TRUE(accepts_coding("GZIP", "gzip"));
  EXPECT_TRUE(accepts_coding(" gzip ; q=0.01", "gzip"));
  EXPECT_TRUE(accepts_coding("*", "br"));
  EXPECT_FALSE(accepts_coding("", "gzip"));
  EXPECT_FALSE(accepts_coding("gzipped", "gzip"));
  EXPECT_FALSE(accepts_coding("gzip;q=0", "gzip"));
  EXPECT_FALSE(accepts_coding("gzip;Q=0.000", "gzip"));
  EXPECT_FALSE(accepts_coding("*, gzip;q=0", "gzip"));
  EXPECT_FALSE(accepts_coding("*;q=0", "br"));
}

}  // namespace
