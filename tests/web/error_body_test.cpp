#include "tenon/web/error_body.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace tenon::web;

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(error_body, text_is_quoted_as_json_wants_it) {
  EXPECT_EQ(quoted(""), "\"\"");
  EXPECT_EQ(quoted("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(quoted("\n\r\t\x01\x1f"), R"("\n\r\t\u0001\u001f")");
  EXPECT_EQ(quoted("\xc3\xbc \xe2\x82\xac \xf0\x9f\x99\x82"), "\"\xc3\xbc \xe2\x82\xac \xf0\x9f\x99\x82\"");
}

TEST(error_body, a_refusal_says_what_and_why) {
  EXPECT_EQ(refusal_body("Not Found", "x"), R"({"error":"Not Found","message":"x"})");
}

TEST(error_body, a_failure_says_its_type_its_message_and_its_data) {
  EXPECT_EQ(failure_body("not_found", "gone", "", ""), R"({"type":"not_found","message":"gone","data":{}})");
  EXPECT_EQ(failure_body("unknown", "m", R"({"a":1})", "{}"),
            R"({"type":"unknown","message":"m","data":{"a":1},"debug":{}})");
}

TEST(error_body, text_that_is_no_utf8_can_still_be_read) {
  const std::string mark = "\xef\xbf\xbd";
  EXPECT_EQ(quoted("a\xff"), "\"a" + mark + "\"");
  EXPECT_EQ(quoted("\x80z"), "\"" + mark + "z\"");
  EXPECT_EQ(quoted("\xc0\xaf"), "\"" + mark + mark + "\"") << "an overlong slash";
  EXPECT_EQ(quoted("\xe0\x80\xaf"), "\"" + mark + mark + mark + "\"");
  EXPECT_EQ(quoted("\xed\xa0\x80"), "\"" + mark + mark + mark + "\"") << "half of a surrogate pair";
  EXPECT_EQ(quoted("\xf4\x90\x80\x80"), "\"" + mark + mark + mark + mark + "\"") << "beyond U+10FFFF";
  EXPECT_EQ(quoted("\xe2\x82"), "\"" + mark + mark + "\"") << "cut off";
  EXPECT_EQ(quoted(std::string_view("\0", 1)), "\"\\u0000\"");
}

}  // namespace
