// Texts that are not JSON, or more than anybody wants to read.
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/json/from_text.hpp"

namespace {

using namespace tenon::json;
using tenon::finding;

// The sentence about a text, which has exactly one fault.
std::string fault(std::string_view text, const wire& how = {}) {
  std::vector<finding> findings;
  EXPECT_FALSE(from_text<raw>(text, findings, how).has_value()) << text;
  EXPECT_EQ(findings.size(), 1U) << text;
  return findings.empty() ? "" : to_string(findings[0]);
}

TEST(hostile_text, is_told_by_line_and_column) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "line 1:1: expected a JSON value, found nothing."},
      {" \n", "line 2:1: expected a JSON value, found nothing."},
      {"{\"a\": [1, 2", "line 1:12: the text ends before the JSON value does. A bracket or a quote is not closed."},
      {"{\"a\": tru", "line 1:10: the text ends before the JSON value does. A bracket or a quote is not closed."},
      {"{} x", "line 1:4: something stands behind the JSON value. Remove it."},
      {"{'a': 1}", "line 1:2: this is not JSON: \"'\" cannot stand here. JSON has double quotes only."},
      {"{\n  \"a\": 1,\n}",
       "line 3:1: this is not JSON: \"}\" cannot stand here. The comma before it may be one too many."},
      {"{\"a\": 1 \"b\": 2}",
       "line 1:9: this is not JSON: a quote cannot stand here. A comma or a colon may be missing before it."},
      {"// no\n{}", "line 1:1: this is not JSON: \"/\" cannot stand here. JSON has no comments."},
      {"\"a\nb\"", "line 1:3: a control character stands here. In a text in quotes, write it as an escape, e.g. \\n."},
      {"\"\xC3\xA4\xFF\"",
       "line 1:3: these bytes are not UTF-8, or stand outside of a text in quotes. Save the text as UTF-8."},
      {"\"\\ud800\"",
       "line 1:8: the escape before this quote is half of a pair of surrogates. Write both halves, or the character "
       "itself."},
      {"NaN", "line 1:1: this is not JSON: \"N\" cannot stand here."},
      {"[01]", "line 1:3: this is not JSON: \"1\" cannot stand here."}};
  for (const auto& [text, sentence] : cases) EXPECT_EQ(fault(text), sentence);
}

TEST(hostile_text, of_another_encoding_is_told_how_to_save_it) {
  using namespace std::string_literals;
  const std::string how = "Save it as UTF-8 without a byte order mark.";
  EXPECT_EQ(fault("\xEF\xBB\xBF{}"),
            "line 1:1: the text begins with a byte order mark (EF BB BF), which JSON does not have. " + how);
  for (const std::string& text : {"\xFF\xFE{\0}\0"s, "\xFE\xFF\0{\0}"s, "{\0}\0"s, "\0{\0}"s})
    EXPECT_EQ(fault(text), "line 1:1: the text is written in UTF-16, and JSON is UTF-8. " + how);
  for (const std::string& text : {"\xFF\xFE\0\0{\0\0\0"s, "\0\0\xFE\xFF\0\0\0{"s, "\0\0\0{"s, "{\0\0\0}\0\0\0"s})
    EXPECT_EQ(fault(text), "line 1:1: the text is written in UTF-32, and JSON is UTF-8. " + how);
  EXPECT_EQ(fault("["s + '\0' + "]"),
            "line 1:2: a control character stands here. In a text in quotes, write it as an escape, e.g. \\n.");
}

TEST(hostile_text, is_refused_whatever_is_wrong_with_it) {
  for (const char* text : {"[",
                           "]",
                           "{",
                           "}",
                           "\"",
                           "[1,]",
                           "[,1]",
                           "{,}",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{1:2}",
                           "+1",
                           ".5",
                           "1.",
                           "1e",
                           "--1",
                           "0x1",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\u12G4\"",
                           "\"\\udc00\"",
                           "\"\\ud800\\u0041\"",
                           "tRue",
                           "nullx",
                           "\xEF\xBB\xBF{}",
                           "[1 2]",
                           "\"\xC0\xAF\"",
                           "\"\xED\xA0\x80\"",
                           "\"\xF5\x80\x80\x80\"",
                           "\"\xE2\x82\"",
                           "1e99999999999",
                           "\xFF\xFE{\0}",
                           "[1}"})
    EXPECT_FALSE(fault(text).empty()) << text;
}

TEST(hostile_text, may_not_be_deeper_than_the_limit) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  std::vector<finding> findings;
  EXPECT_TRUE(from_text<raw>(nested(32), findings).has_value());
  EXPECT_EQ(fault(nested(33)), "line 1:33: brackets are nested more than 32 deep. Nest them less.");
  EXPECT_EQ(fault(nested(1'000'000), {.max_bytes = 1U << 30U}),
            "line 1:33: brackets are nested more than 32 deep. Nest them less.");
  EXPECT_TRUE(from_text<raw>(nested(64), findings, {.max_depth = 1000}).has_value());
  EXPECT_FALSE(fault(nested(65), {.max_depth = 1000}).empty());
}

TEST(hostile_text, may_not_be_longer_than_the_limit) {
  std::vector<finding> findings;
  EXPECT_TRUE(from_text<raw>("[1, 2]", findings, {.max_bytes = 6}).has_value());
  EXPECT_EQ(fault("[1, 2] ", {.max_bytes = 6}), "the text has 7 bytes, at most 6 are allowed.");
}

TEST(hostile_text, may_not_say_a_key_twice) {
  EXPECT_EQ(fault(R"({"a": {"b": 1, "c": {"b": 2}, "b": 3}})"),
            "line 1:31: /a/b: the key \"b\" stands twice in this object. Keep one of them.");
  EXPECT_EQ(fault("{\"a\": 1,\n \"\\u0061\": 2}"),
            "line 2:2: /a: the key \"a\" stands twice in this object. Keep one of them.");
  EXPECT_EQ(fault(R"([{}, {"x\"": "{", "x\"": "}"}])"),
            "line 1:19: /1/x\": the key \"x\"\" stands twice in this object. Keep one of them.");
  std::vector<finding> findings;
  EXPECT_TRUE(from_text<raw>(R"([{"a": ":"}, {"a:": "a:"}])", findings).has_value());
}

TEST(hostile_text, with_very_many_mistakes_takes_no_longer_than_a_good_one) {
  struct value {
    std::map<std::string, std::map<std::string, int>> map{};
    std::vector<int> list{};
  };
  std::string twice = "{", unknown = "{", wrong = "{\"list\": [\"x\"";
  for (int i = 0; i < 80'000; ++i) {
    twice += "\"a\": 1,";
    unknown += "\"lits" + std::to_string(i) + "\": 1,";
    wrong += ", \"x\"";
  }
  for (const std::string& text : {twice + "\"a\": 1}", unknown + "\"a\": 1}", wrong + "]}"}) {
    std::vector<finding> findings;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(from_text<value>(text, findings, {.max_bytes = 1U << 24U}).has_value());
    EXPECT_EQ(findings.size(), 100U);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  }
}

TEST(hostile_text, may_end_anywhere) {
  const std::string text = R"({"a\"": [1, -2.5e3, true, null, "x\u00e4\\"], "b": {"c": {}}})";
  std::vector<finding> findings;
  ASSERT_TRUE(from_text<raw>(text, findings).has_value());
  for (std::size_t length = 0; length < text.size(); ++length)
    EXPECT_FALSE(fault(std::string_view(text).substr(0, length)).empty());
}

TEST(hostile_text, may_have_any_byte_changed) {
  const std::string text = R"({"number": 12, "text": "x\"y", "list": [{"number": 1}, {}]})";
  struct value {
    int number = 0;
    std::string text{};
    std::vector<std::optional<std::map<std::string, int>>> list{};
  };
  for (std::size_t at = 0; at < text.size(); ++at)
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = text;
      changed[at] = static_cast<char>(byte);
      std::vector<finding> findings;
      const bool read = from_text<value>(changed, findings).has_value();
      EXPECT_EQ(read, findings.empty()) << changed;
    }
}

}  // namespace
