#include "../findings.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "submitted.hpp"

using stage::answer;
using stage::read;

namespace {

TEST(findings, say_what_is_wrong_with_a_submission_by_the_schema) {
  EXPECT_EQ(answer(R"({"type": "string", "format": "email"})", "/q=a"), "This is not an email address.");
  EXPECT_EQ(answer(R"({"type": "string", "format": "date"})", "/q=2026-02-30"),
            "This is not a date, as in 2026-11-27.");
  EXPECT_EQ(answer(R"({"type": "string", "pattern": "^x$"})", "/q=a"),
            "This has to be written as the pattern ^x$ says.");
  EXPECT_EQ(answer(R"({"type": "string", "pattern": "^x$", "description": "An x."})", "/q=a"),
            "This is not written as it has to be.");
  EXPECT_EQ(answer(R"({"type": "boolean", "const": true})", ""), "This has to be ticked.");
  EXPECT_EQ(answer(R"({"type": "array", "minItems": 2, "items": {"enum": ["a", "b"]}})", "/q=a"),
            "There have to be at least 2.");
  EXPECT_EQ(read(R"({"required": ["q"], "properties": {"q": {"type": "string"}}})", "/q=").answers[0].problems.at(0),
            "This is needed.");
  // It is there, and cannot be read: that it is missing would be one sentence too many.
  EXPECT_EQ(read(R"({"required": ["q"], "properties": {"q": {"type": "integer"}}})", "/q=x").answers[0].problems.size(),
            1U);
}

TEST(findings, that_are_about_no_question_are_problems_of_the_form) {
  EXPECT_EQ(answer(R"({"type": "string"})", "/other=1"), "/other: Nobody asked for this.");
  EXPECT_EQ(answer(R"({"type": "string"})", "q=1"), "q: Nobody asked for this: the field is called /q.");
  EXPECT_EQ(read(R"({"required": ["a_part"], "properties": {"a_part": {"type": "object"}}})", "").problems.at(0),
            "A part: This is needed.");
  std::string many;
  for (int i = 0; i < 1000; ++i) many.append("x").append(std::to_string(i)).append("=1&");
  EXPECT_EQ(read("{}", many).problems.size(), 20U);
}

TEST(findings, that_a_group_is_missing_stand_at_what_is_needed_in_it) {
  const auto said = read(R"({"required": ["house"], "properties": {"house": {"type": "object", "required": ["rooms"],
      "properties": {"rooms": {"type": "integer"}, "street": {"type": "string"}}}}})",
                         "");
  EXPECT_EQ(said.answers.at(0).problems, std::vector<std::string>{"This is needed."});
  EXPECT_TRUE(said.answers.at(1).problems.empty() && said.problems.empty());
}

}  // namespace
