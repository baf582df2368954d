#include "tenon/form/schema/schema_check.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tenon/word/error.hpp"

using tenon::form::data_finding;
using tenon::form::schema_check;
using tenon::form::wrongness;

namespace {

std::vector<data_finding> problems(std::string_view schema, std::string_view data) {
  return schema_check(schema).problems_of(data);
}
std::string only(std::string_view schema, std::string_view data) {
  const std::vector<data_finding> found = problems(schema, data);
  return found.size() == 1 ? found[0].pointer + ": " + found[0].message : std::to_string(found.size()) + " findings";
}
std::string refusal_of(std::string_view schema) {
  try {
    const schema_check made(schema);
  } catch (const tenon::error& why) {
    return why.message();
  }
  return "taken";
}
bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

TEST(schema_check, tells_that_there_are_more_where_it_does_not_tell_of_all) {
  std::string names = "\"a\"";
  for (int i = 0; i < 2500; ++i) names += ", \"q" + std::to_string(i) + "\"";
  const std::vector<data_finding> found = problems(R"({"type": "object", "required": [)" + names + "]}", "{}");
  ASSERT_EQ(found.size(), 2001U);
  EXPECT_EQ(found.back().pointer, "");
  EXPECT_EQ(found.back().message, "There is more wrong than can be told.");
}
TEST(schema_check, refuses_more_choices_than_can_be_held_against_an_answer) {
  const auto with_choices = [](int count) {
    std::string all = "0";
    for (int i = 1; i < count; ++i) all += ", " + std::to_string(i);
    return R"({"enum": [)" + all + "]}";
  };
  EXPECT_EQ(refusal_of(with_choices(5000)), "taken");
  const std::string why = refusal_of(with_choices(5001));
  EXPECT_TRUE(has(why, "'enum' has 5001 choices, and at most 5000 can be held against an answer")) << why;
}

TEST(schema_check, finds_nothing_in_what_is_as_the_schema_wants_it) {
  EXPECT_TRUE(
      problems(R"({"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}})", R"({"a": 1})")
          .empty());
  EXPECT_TRUE(problems("true", "[]").empty());
}

TEST(schema_check, says_where_and_what_in_words_for_whoever_filled_a_form) {
  const auto of_q = [](const std::string& schema, const std::string& value) {
    return only(R"({"properties": {"q": )" + schema + "}}", R"({"q": )" + value + "}");
  };
  EXPECT_EQ(of_q(R"({"minLength": 3})", "\"ab\""), "/q: This has to have at least 3 characters.");
  EXPECT_EQ(of_q(R"({"maxLength": 1})", "\"ab\""), "/q: This has to have at most 1 characters.");
  EXPECT_EQ(of_q(R"({"minimum": 1.5})", "1"), "/q: This has to be at least 1.5.");
  EXPECT_EQ(of_q(R"({"maximum": 100})", "101"), "/q: This has to be at most 100.");
  EXPECT_EQ(of_q(R"({"exclusiveMinimum": 0})", "0"), "/q: This has to be more than 0.");
  EXPECT_EQ(of_q(R"({"multipleOf": 5})", "7"), "/q: This has to be a multiple of 5.");
  EXPECT_EQ(of_q(R"({"enum": ["a"]})", "\"b\""), "/q: This is none of the choices.");
  EXPECT_EQ(of_q(R"({"const": true})", "false"), "/q: This is not the value that is wanted.");
  EXPECT_EQ(of_q(R"({"minItems": 2})", "[1]"), "/q: There have to be at least 2.");
  EXPECT_EQ(of_q(R"({"uniqueItems": true})", "[1, 1]"), "/q: Nothing may be there twice.");
  EXPECT_EQ(of_q(R"({"type": "string"})", "1"), "/q: This is of another kind than it has to be.");
  EXPECT_EQ(of_q(R"({"pattern": "^[A-Z]{2}$"})", "\"a\""), "/q: This is not written as it has to be.");
  EXPECT_EQ(of_q(R"({"required": ["a/b"]})", "{}"), "/q/a~1b: This is needed.");
  EXPECT_EQ(of_q(R"({"additionalProperties": false})", R"({"x": 1})"), "/q: There is something that nobody asked for.");
  EXPECT_EQ(of_q(R"({"not": {"type": "integer"}})", "1"), "/q: This does not fit what is asked for.");
}

TEST(schema_check, says_all_that_is_wrong_and_nothing_twice) {
  const std::vector<data_finding> found = problems(
      R"({"required": ["a", "b"], "allOf": [{"required": ["a"]}], "properties": {"c": {"items": {"minimum": 2}}}})",
      R"({"c": [3, 1]})");
  std::string all;
  for (const data_finding& one : found) all.append(one.pointer).append(" ");
  EXPECT_EQ(found.size(), 3U) << all;
  EXPECT_TRUE(has(all, "/a ") && has(all, "/b ") && has(all, "/c/1 ")) << all;
}

TEST(schema_check, checks_formats_wherever_a_schema_names_one_and_nowhere_else) {
  constexpr std::string_view schema =
      R"({"properties": {"format": {"format": "email"}, "d": {"anyOf": [{"format": "date"}, {"format": "ipv4"}]}}})";
  EXPECT_TRUE(problems(schema, R"({"format": "a@example.org", "d": "1.2.3.4"})").empty());
  EXPECT_EQ(problems(schema, R"({"format": "email"})").at(0).kind, wrongness::pattern);
  EXPECT_FALSE(problems(schema, R"({"d": "2026-02-30"})").empty());
  EXPECT_TRUE(problems(R"({"format": "stars"})", "\"x\"").empty());
  EXPECT_TRUE(problems(R"({"format": "date"})", "7").empty());
}

TEST(schema_check, looks_for_patterns_also_in_the_names_of_properties) {
  constexpr std::string_view schema = R"({"patternProperties": {"^n_": {"type": "number"}}})";
  EXPECT_TRUE(problems(schema, R"({"n_a": 1, "x": "y"})").empty());
  EXPECT_EQ(only(schema, R"({"n_a": "y"})"), "/n_a: This is of another kind than it has to be.");
}

TEST(schema_check, takes_no_longer_for_a_pattern_that_others_choke_on) {
  const schema_check made(R"({"pattern": "^(a+)+$"})");
  const std::string text = "\"" + std::string(200'000, 'a') + "b\"";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(made.problems_of(text).size(), 1U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(schema_check, follows_references_and_checks_what_lies_in_itself) {
  constexpr std::string_view tree =
      R"({"definitions": {"t": {"required": ["n"], "properties": {"k": {"items": {"$ref": "#/definitions/t"}}}}},
          "$ref": "#/definitions/t"})";
  EXPECT_TRUE(problems(tree, R"({"n": 1, "k": [{"n": 2}]})").empty());
  EXPECT_EQ(only(tree, R"({"n": 1, "k": [{"n": 2, "k": [{}]}]})"), "/k/0/k/0/n: This is needed.");
}

TEST(schema_check, refuses_what_it_could_not_keep_to) {
  EXPECT_TRUE(has(refusal_of(R"x({"pattern": "a(?=b)"})x"), "the pattern 'a(?=b)' cannot be used"));
  EXPECT_TRUE(has(refusal_of(R"x({"pattern": "("})x"), "the pattern '(' cannot be used"));
  EXPECT_TRUE(has(refusal_of(R"({"pattern": "\u0001email"})"), "control character"));
  EXPECT_TRUE(has(refusal_of(R"({"$ref": "https://example.org/a.json"})"), "a $ref leads out of the schema"));
  EXPECT_TRUE(has(refusal_of(R"({"$ref": "#/definitions/a"})"), "a $ref leads nowhere: '#/definitions/a'"));
  EXPECT_TRUE(has(refusal_of(R"({"$ref": "#"})"), "a $ref leads back to itself"));
  EXPECT_TRUE(has(refusal_of(R"({"definitions": {"a": {"allOf": [{"$ref": "#/definitions/b"}]},
                              "b": {"not": {"$ref": "#/definitions/a"}}}})"),
                  "a $ref leads back to itself"));
  EXPECT_NE(refusal_of("nonsense"), "taken");
  EXPECT_NE(refusal_of(R"({"type": "nonsense"})"), "taken");
  EXPECT_NE(refusal_of(R"({"properties": 7})"), "taken");
}

TEST(schema_check, refuses_references_that_fan_out) {
  std::string fan = R"({"definitions": {"d14": {})";
  for (int i = 0; i < 14; ++i) {
    const std::string next = R"({"$ref": "#/definitions/d)" + std::to_string(i + 1) + "\"}";
    fan.append(", \"d").append(std::to_string(i)).append(R"(": {"anyOf": [)").append(next).append(", ");
    fan.append(next).append("]}");
  }
  EXPECT_TRUE(has(refusal_of(fan + R"(}, "$ref": "#/definitions/d0"})"), "fan out to more than 10000 steps"));
  std::string chain = R"({"definitions": {"d99": {})";
  for (int i = 0; i < 99; ++i)
    chain.append(", \"d")
        .append(std::to_string(i))
        .append(R"(": {"$ref": "#/definitions/d)")
        .append(std::to_string(i + 1))
        .append("\"}");
  EXPECT_NE(refusal_of(chain + R"(}, "$ref": "#/definitions/d0"})"), "taken");
}

TEST(schema_check, survives_data_of_any_shape) {
  const schema_check made(R"({"properties": {"a": {"items": {"$ref": "#"}}}})");
  EXPECT_EQ(made.problems_of("{").size(), 1U);
  EXPECT_EQ(made.problems_of(std::string(100'000, '[')).size(), 1U);
  EXPECT_TRUE(made.problems_of(R"({"a": [[], null, {"a": [1]}]})").empty());
}

TEST(schema_check, may_be_asked_by_several_threads) {
  const schema_check made(R"({"properties": {"a": {"pattern": "^x$"}, "b": {"format": "email"}}})");
  const auto ask = [&] {
    for (int i = 0; i < 200; ++i) EXPECT_EQ(made.problems_of(R"({"a": "y", "b": "z"})").size(), 2U);
  };
  std::jthread other(ask);
  ask();
}

}  // namespace
