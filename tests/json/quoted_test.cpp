#include "tenon/json/quoted.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace {

// std::quoted would be found too.
std::string quoted_text(std::string_view text) { return tenon::json::quoted(text); }

TEST(quoted, text_is_quoted_as_json_wants_it) {
  EXPECT_EQ(quoted_text(""), "\"\"");
  EXPECT_EQ(quoted_text("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(quoted_text("\n\r\t\x01\x1f"), R"("\n\r\t\u0001\u001f")");
  EXPECT_EQ(quoted_text("\xc3\xbc \xe2\x82\xac \xf0\x9f\x99\x82"), "\"\xc3\xbc \xe2\x82\xac \xf0\x9f\x99\x82\"");
}

// Plain text is passed over several bytes at once: what is not plain must be found wherever it stands among them.
TEST(quoted, escapes_what_has_to_be_wherever_it_stands) {
  const std::pair<std::string, std::string> all[] = {
      {"\"", "\\\""},           {"\\", "\\\\"},   {"\n", "\\n"}, {"\x1f", "\\u001f"}, {std::string(1, '\0'), "\\u0000"},
      {"\xc3\xa9", "\xc3\xa9"}, {"\x7f", "\x7f"}, {"!", "!"},    {"#", "#"},          {"[", "["},
      {"\x80", "\xEF\xBF\xBD"}};
  for (const auto& [raw, written] : all)
    for (std::size_t before = 0; before < 20; ++before)
      for (std::size_t after = 0; after < 20; ++after) {
        const std::string text = std::string(before, 'a').append(raw).append(after, ' ').append(raw);
        const std::string expected =
            std::string("\"").append(before, 'a').append(written).append(after, ' ').append(written).append("\"");
        EXPECT_EQ(quoted_text(text), expected);
      }
}

TEST(quoted, text_that_is_no_utf8_can_still_be_read) {
  const std::string mark = "\xef\xbf\xbd";
  EXPECT_EQ(quoted_text("a\xff"), "\"a" + mark + "\"");
  EXPECT_EQ(quoted_text("\x80z"), "\"" + mark + "z\"");
  EXPECT_EQ(quoted_text("\xc0\xaf"), "\"" + mark + mark + "\"") << "an overlong slash";
  EXPECT_EQ(quoted_text("\xe0\x80\xaf"), "\"" + mark + mark + mark + "\"");
  EXPECT_EQ(quoted_text("\xed\xa0\x80"), "\"" + mark + mark + mark + "\"") << "half of a surrogate pair";
  EXPECT_EQ(quoted_text("\xf4\x90\x80\x80"), "\"" + mark + mark + mark + mark + "\"") << "beyond U+10FFFF";
  EXPECT_EQ(quoted_text("\xe2\x82"), "\"" + mark + mark + "\"") << "cut off";
  EXPECT_EQ(quoted_text(std::string_view("\0", 1)), "\"\\u0000\"");
}

}  // namespace
