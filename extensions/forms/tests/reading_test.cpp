#include "../reading.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "submitted.hpp"

using stage::answer;

namespace {

TEST(reading, is_of_the_type_that_the_schema_says) {
  EXPECT_EQ(answer(R"({"type": "string"})", "%2Fq=a+%26%22"), R"({"q":"a &\""})");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=a%0D%0Ab"), R"({"q":"a\nb"})");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=+%2B042+"), R"({"q":42})");
  EXPECT_EQ(answer(R"({"type": "number"})", "/q=1.50"), R"({"q":1.5})");
  EXPECT_EQ(answer(R"({"type": "boolean"})", "/q=true"), R"({"q":true})");
  // What only gives another schema a title, or lets it be null too, is that one.
  EXPECT_EQ(answer(R"({"allOf": [{"type": "integer"}], "title": "Age"})", "/q=3"), R"({"q":3})");
  EXPECT_EQ(answer(R"({"anyOf": [{"type": "integer"}, {"type": "null"}]})", "/q=3"), R"({"q":3})");
  EXPECT_EQ(answer(R"({"oneOf": [{"type": "null"}, {"enum": [1, 2]}]})", "/q=2"), R"({"q":2})");
  EXPECT_EQ(answer(R"({"const": 5})", "/q=5"), R"({"q":5})");
  EXPECT_EQ(stage::read(R"({"definitions": {"a b": {"type": "integer"}}, "properties": {"q": {
    "$ref": "#/definitions/a%20b"}}})",
                        "/q=3")
                .data,
            R"({"q":3})");
  EXPECT_EQ(answer(R"({"enum": [1, "1", "b"]})", "/q=1"), R"({"q":1})");
  EXPECT_EQ(answer(R"({"type": "array", "items": {"enum": ["a", "b", 3]}})", "/q=a&/q=3"), R"({"q":["a",3]})");
  EXPECT_EQ(answer(R"({"type": "array", "items": {"enum": ["a", "b"]}})", "/q=b&/q=a&/q=b"), R"({"q":["b","a"]})");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=100%25%zz%4"), R"({"q":"100%%zz%4"})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "date-time"})", "/q=2026-11-27T08:30"),
            R"({"q":"2026-11-27T08:30:00Z"})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "date-time"})", "/q=2026-11-27T08:30:10%2B02:00"),
            R"({"q":"2026-11-27T08:30:10+02:00"})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "time"})", "/q=08:30:05"), R"({"q":"08:30:05Z"})");
}

TEST(reading, has_nothing_of_a_field_that_is_empty_and_no_of_a_box_that_is_not_ticked) {
  for (const std::string type : {"string", "integer", "number", "array"})
    EXPECT_EQ(answer("{\"type\": \"" + type + "\"}", "/q="), "{}") << type;
  EXPECT_EQ(answer(R"({"enum": ["a"]})", "/q="), "{}");
  EXPECT_EQ(answer(R"({"type": "boolean"})", ""), R"({"q":false})");
}

TEST(reading, says_what_is_wrong_with_what_cannot_be_read) {
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=1.5"), "This is not a whole number.");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=99999999999999999999"), "This number is too large to be taken.");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=1e400"), "This number is too large to be taken.");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=1e"), "This is not a whole number.");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=5.0"), R"({"q":5})");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=-1e3"), R"({"q":-1000})");
  EXPECT_EQ(answer(R"({"type": "number"})", "/q=inf"), "This is not a number, as in 1.5.");
  EXPECT_EQ(answer(R"({"type": "number"})", "/q=1e999"), "This is not a number, as in 1.5.");
  EXPECT_EQ(answer(R"({"type": "boolean"})", "/q=maybe"), "This is neither yes nor no.");
  EXPECT_EQ(answer(R"({"enum": ["a"]})", "/q=b"), "This is none of the choices.");
  EXPECT_EQ(answer(R"({"type": "array", "items": {"enum": ["a"]}})", "/q=a&/q=b"), "This is none of the choices.");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=%FF"), "This is not a text in UTF-8.");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=a&/q=b"), "This was answered twice, and not alike.");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=a&/q=a&/q="), R"({"q":"a"})");
}

TEST(what_is_no_text, comes_back_in_a_page_that_is_one) {
  const tenon_forms::submission said =
      stage::read(R"({"properties": {"q": {"type": "string"}}})", "/q=a%FFb%C3%28&/q%FF=x&update=");
  EXPECT_EQ(said.answers.at(0).typed, std::vector<std::string>{"a\uFFFDb\uFFFD("});
  const tenon_forms::submission refused =
      stage::read(R"({"properties": {"q": {"type": "string"}}})", "/q=a%FFb&/x%FF=y");
  EXPECT_EQ(refused.answers.at(0).problems, std::vector<std::string>{"This is not a text in UTF-8."});
  ASSERT_EQ(refused.problems.size(), 1U);
  EXPECT_NE(refused.problems[0].find("/x\uFFFD"), std::string::npos) << refused.problems[0];
}

}  // namespace
