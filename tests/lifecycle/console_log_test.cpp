#include "tenon/lifecycle/console_log.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "tenon/word/request.hpp"

namespace {

std::string line_of(tenon::log_value value) {
  testing::internal::CaptureStderr();
  tenon::log("notes", tenon::console_log).info("it is", {{"so", value}});
  const std::string line = testing::internal::GetCapturedStderr();
  return line.substr(line.find("it is so=") + 9);
}

TEST(console_log, writes_when_how_grave_who_and_what) {
  testing::internal::CaptureStderr();
  const tenon::request asked{.origin = 1, .number = 2};
  tenon::log("notes", tenon::console_log).about(asked).warn("full", {{"pages", 3}});
  const std::string line = testing::internal::GetCapturedStderr();
  EXPECT_EQ(line.substr(24), " warn  notes: full request=00000001-2 pages=3\n");
}

TEST(console_log, writes_numbers_and_truths_as_they_are) {
  EXPECT_EQ(line_of(-7), "-7\n");
  EXPECT_EQ(line_of(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808\n");
  EXPECT_EQ(line_of(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615\n");
  EXPECT_EQ(line_of(true), "true\n");
  EXPECT_EQ(line_of(0.0), "0\n");
  EXPECT_EQ(line_of(1.5), "1.5\n");
  EXPECT_EQ(line_of(-0.000125), "-0.000125\n");
  EXPECT_EQ(line_of(1.05), "1.05\n");
  EXPECT_EQ(line_of(0.0000004), "0\n");
  EXPECT_EQ(line_of(2e20), "200000000000e9\n");
  EXPECT_EQ(line_of(std::numeric_limits<double>::infinity()), "inf\n");
  EXPECT_EQ(line_of(std::numeric_limits<double>::quiet_NaN()), "nan\n");
}

TEST(console_log, keeps_a_text_in_its_value_and_its_line) {
  EXPECT_EQ(line_of("word"), "word\n");
  EXPECT_EQ(line_of(""), "\"\"\n");
  EXPECT_EQ(line_of(std::string(300, 'x')), std::string(200, 'x') + "...\n");
  EXPECT_EQ(line_of("two words"), "\"two words\"\n");
  EXPECT_EQ(line_of("a\nerror http: forged"), "\"a error http: forged\"\n");
  EXPECT_EQ(line_of("say \"it\" \\"), "\"say \\\"it\\\" \\\\\"\n");
}

TEST(console_log, lets_nothing_through_that_a_terminal_would_obey_or_cannot_read) {
  EXPECT_EQ(line_of("\x1b[2J"), " [2J\n");
  EXPECT_EQ(line_of("a\x7f\xC2\x9b"
                    "31m"),
            "a  31m\n");
  EXPECT_EQ(line_of("\xff\xC3.\xED\xA0\x80"), "??.???\n");
  EXPECT_EQ(line_of("z\u00fcrich \u20ac \U0001f600"), "\"z\u00fcrich \u20ac \U0001f600\"\n");
  EXPECT_EQ(line_of(std::string(199, 'x') + "\u20ac\u20ac"), std::string(199, 'x') + "...\n");
}

}  // namespace
