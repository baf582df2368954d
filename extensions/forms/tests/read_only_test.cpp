// Questions that nobody may change: the server says what they are answered with.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "sent_files.hpp"
#include "stage.hpp"
#include "submitted.hpp"

using stage::answer;
using stage::has;
using stage::read;

namespace {

TEST(read_only_questions, are_answered_by_their_default_whatever_is_sent) {
  for (const char* sent : {"", "/q=", "/q=y", "/q=x&/q=y"}) {
    EXPECT_EQ(answer(R"({"type": "string", "readOnly": true, "default": "x"})", sent), R"({"q":"x"})") << sent;
    EXPECT_EQ(answer(R"({"enum": ["x", "y"], "readOnly": true, "default": "x"})", sent), R"({"q":"x"})") << sent;
    EXPECT_EQ(
        answer(R"({"type": "array", "items": {"enum": ["x", "y"]}, "readOnly": true, "default": ["y", "x"]})", sent),
        R"({"q":["y","x"]})")
        << sent;
    EXPECT_EQ(answer(R"({"type": "string", "readOnly": true})", sent), "{}") << sent;
    EXPECT_EQ(answer(R"({"type": "integer", "readOnly": true, "default": "many"})", sent), "{}") << sent;
  }
  EXPECT_EQ(answer(R"({"type": "boolean", "readOnly": true, "default": true})", ""), R"({"q":true})");
  EXPECT_EQ(answer(R"({"type": "boolean", "readOnly": true})", "/q=true"), R"({"q":false})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "gps", "readOnly": true, "default": "geo:1,2"})", "/q=geo:3,4"),
            R"({"q":"geo:1,2"})");
}

TEST(read_only_questions, that_are_needed_are_no_hindrance_where_they_have_a_default) {
  constexpr std::string_view needed = R"({"required": ["season", "crops"], "properties": {
    "season": {"enum": ["dry", "wet"], "format": "radio", "readOnly": true, "default": "wet"},
    "crops": {"type": "array", "items": {"enum": ["rice"]}, "readOnly": true, "default": ["rice"]}}})";
  EXPECT_TRUE(read(needed, "").is_good());
  EXPECT_FALSE(
      read(R"({"required": ["a"], "properties": {"a": {"type": "string", "readOnly": true}}})", "/a=x").is_good());
}

TEST(read_only_questions, in_groups_and_in_entries_of_lists_are_answered_alike) {
  EXPECT_EQ(read(R"({"properties": {"g": {"type": "object", "readOnly": true, "properties": {
                  "a": {"type": "integer", "default": 1}, "b": {"type": "integer"}}}}})",
                 "/g/a=2&/g/b=3")
                .data,
            R"({"g":{"a":1}})");
  EXPECT_EQ(read(R"({"properties": {"l": {"type": "array", "items": {"type": "object", "properties": {
                  "a": {"type": "integer", "readOnly": true, "default": 1}, "b": {"type": "integer"}}}}}})",
                 "/l=2&/l/0/a=5&/l/0/b=6&/l/1/b=7")
                .data,
            R"({"l":[{"a":1,"b":6},{"a":1,"b":7}]})");
}

TEST(a_read_only_list, has_the_entries_that_it_begins_with_whatever_is_sent) {
  constexpr std::string_view needed = R"({"required": ["l"], "properties": {"l": {"type": "array", "readOnly": true,
    "minItems": 2, "items": {"type": "object", "properties": {"a": {"type": "integer", "default": 1}}}}}})";
  for (const char* sent : {"", "/l=0", "/l=2&/l/0/a=5", "/l=x"}) {
    const tenon_forms::submission said = read(needed, sent);
    EXPECT_EQ(said.data, R"({"l":[{"a":1},{"a":1}]})") << sent;
    EXPECT_TRUE(said.is_good()) << sent;
  }
  EXPECT_EQ(read(needed, "/l=2&add=/l").entries->root().elements.front().elements.size(), 2U);
}

TEST(a_read_only_question, with_choices_of_a_function_says_what_is_still_one_of_them) {
  const auto page = [](std::string_view word) {
    stage::scene on(std::string(R"({"properties": {"q": {"type": "string", "readOnly": true, "default": "yes",
      "x-dynamicEnum": {"function": "echo", "params": {"word": ")")
                        .append(word)
                        .append(R"("}}}}})"));
    return on.post("/forms/visit", "/q=other").status;
  };
  EXPECT_EQ(page("yes"), 303);
  EXPECT_EQ(page("no"), 303) << "nobody could mend it";
}

TEST(a_question, that_is_read_only_in_one_of_its_two_places_is_answered_in_the_other) {
  stage::scene on(R"({"properties": {"q": {"type": "string", "enum": ["x", "y"], "default": "x"}}})",
                  R"({"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/q"},
    {"type": "Control", "scope": "#/properties/q", "options": {"readonly": true}}]})");
  const std::string page(on.post("/forms/visit", "/q=y&unknown=1").body.view());
  const std::size_t second = page.find("disabled");
  ASSERT_NE(second, page.npos) << page;
  EXPECT_TRUE(has(page.substr(second), R"(<option value="y" selected>)")) << page;
}

TEST(a_read_only_question, that_a_rule_hides_says_nothing_and_where_it_is_disabled_its_default) {
  const auto data = [](std::string_view effect) {
    tenon::form::form_init_data of{.form = "visit"};
    of.schema.text =
        R"({"properties": {"q": {"type": "string", "readOnly": true, "default": "x"}, "a": {"type": "string"}}})";
    of.ui.text = R"({"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/a"},
      {"type": "Control", "scope": "#/properties/q", "rule": {"effect": ")" +
                 std::string(effect) + R"(", "condition": {"scope": "#/properties/a", "schema": {"const": "on"}}}}]})";
    const tenon::form::form_plan plan(of, {});
    return tenon_forms::read_submission(plan, tenon::form::schema_check(plan.schema()), "/a=on&/q=y").data;
  };
  EXPECT_EQ(data("SHOW"), R"({"a":"on","q":"x"})");
  EXPECT_EQ(data("HIDE"), R"({"a":"on"})");
  EXPECT_EQ(data("DISABLE"), R"({"a":"on","q":"x"})");
}

}  // namespace
