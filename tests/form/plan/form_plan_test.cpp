#include "tenon/form/plan/form_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "../drawn.hpp"
#include "tenon/word/error.hpp"

using drawing::plan;
using tenon::form::form_init_data;
using tenon::form::form_plan;

namespace {

bool is_cut(const form_plan& made) {
  return std::ranges::any_of(made.errors(), [](const tenon::form::load_error& one) {
    return one.message.starts_with("The form is too large");
  });
}

TEST(form_plan, asks_all_properties_in_their_order_where_there_is_no_ui_schema) {
  const form_plan made = plan(R"({"properties": {"b": {"type": "string"}, "a": {"type": "object",
      "properties": {"c/d": {"type": "integer"}}}}})");
  ASSERT_EQ(made.question_count(), 2U);
  EXPECT_EQ(made.question(0).name, "/b");
  EXPECT_EQ(made.question(1).name, "/a/c~1d");
  EXPECT_EQ(made.find("/a/c~1d"), 1U);
  EXPECT_EQ(made.find("/a"), std::nullopt);
}

TEST(form_plan, gives_a_question_that_stands_twice_one_answer_and_two_fields) {
  const form_plan made = plan(R"({"properties": {"a": {"type": "string"}}})",
                              R"({"type": "VerticalLayout", "elements": [
      {"type": "Control", "scope": "#/properties/a"}, {"type": "Control", "scope": "#/properties/a"}]})");
  EXPECT_EQ(made.question_count(), 1U);
  EXPECT_NE(made.root().elements[0].id, made.root().elements[1].id);
}

TEST(form_plan, follows_references_into_the_schema_and_into_what_the_bundle_brings) {
  form_init_data of{.form = "visit"};
  of.schema.text = R"({"definitions": {"own": {"enum": ["x"]}}, "properties": {
      "a": {"$ref": "#/definitions/own"}, "b": {"$ref": "#/definitions/season"}}})";
  of.extensions.emplace();
  of.extensions->definitions["season"].text = R"({"type": "string", "enum": ["dry", "wet"]})";
  of.extensions->definitions["own"].text = "true";
  const form_plan made(of, {});
  EXPECT_EQ(made.question(0).choices.size(), 1U);
  EXPECT_EQ(made.question(1).choices.size(), 2U);
}

TEST(form_plan, calls_a_question_as_it_is_called_beside_its_reference) {
  const form_plan made = plan(R"({"definitions": {"own": {"enum": ["x"], "title": "Any", "description": "Both."}},
      "properties": {"a": {"$ref": "#/definitions/own", "title": "This"}, "b": {"$ref": "#/definitions/own"}}})");
  EXPECT_EQ(made.question(0).label, "This");
  EXPECT_EQ(made.question(0).description, "Both.");
  EXPECT_EQ(made.question(1).label, "Any");
}

TEST(form_plan, ends_where_references_go_in_circles) {
  const form_plan made = plan(R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}},
      "properties": {"x": {"$ref": "#/definitions/a"}, "y": {"$ref": "#"},
                     "z": {"type": "array", "items": {"items": {"$ref": "#"}}}}})");
  EXPECT_LE(made.question_count(), 5'000U);
  EXPECT_TRUE(is_cut(made));
}

TEST(form_plan, ends_where_a_form_would_have_no_end) {
  std::string properties;
  for (char c = 'a'; c <= 'j'; ++c)
    properties.append(properties.empty() ? "\"" : ", \"").append(1, c).append(R"(": {"$ref": "#"})");
  const form_plan made = plan("{\"properties\": {" + properties + "}}");
  EXPECT_TRUE(is_cut(made));
}

// A mebibyte that is referred to a hundred times.
TEST(form_plan, leaves_out_what_references_make_of_a_large_text) {
  std::string properties;
  for (int i = 0; i < 100; ++i)
    properties.append(i == 0 ? "\"q" : ", \"q").append(std::to_string(i)).append(R"(": {"$ref": "#/definitions/d"})");
  const form_plan made = plan(R"({"definitions": {"d": {"type": "string", "description": ")" +
                              std::string(std::size_t{1} << 20U, 'x') + R"("}}, "properties": {)" + properties + "}}");
  EXPECT_TRUE(is_cut(made));
  EXPECT_LT(made.question_count(), 40U);
}

TEST(form_plan, says_which_control_leads_nowhere_and_keeps_the_others) {
  const form_plan made = plan(R"({"properties": {"a": {"type": "string"}}})",
                              R"({"type": "VerticalLayout", "elements": [
      {"type": "Control", "scope": "#/properties/b"}, {"type": "Control", "scope": "#/properties/a"}]})");
  EXPECT_EQ(made.question_count(), 1U);
  ASSERT_EQ(made.errors().size(), 1U);
  EXPECT_EQ(made.errors()[0].type, "renderer_load_error");
  EXPECT_EQ(made.errors()[0].details, "#/properties/b, at ui.json#/elements/0/scope");
}

TEST(form_plan, lays_out_all_that_is_asked_where_the_ui_schema_is_an_empty_object) {
  const form_plan made = plan(R"({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}})", "{}");
  EXPECT_EQ(made.question_count(), 2U);
  EXPECT_TRUE(made.errors().empty());
}

TEST(form_plan, goes_on_without_a_rule_that_asks_about_what_is_no_property_and_says_where_it_stands) {
  const auto of_scope = [](std::string_view scope) {
    return plan(R"({"properties": {"a": {"type": "string"}}})",
                R"({"type": "Control", "scope": "#/properties/a", "rule": {"effect": "SHOW", "condition":
      {"scope": ")" +
                    std::string(scope) + R"(", "schema": {"const": 1}}}})");
  };
  EXPECT_TRUE(of_scope("#/properties/a").has_rules());
  const form_plan made = of_scope("#/properties/b");
  EXPECT_FALSE(made.has_rules());
  EXPECT_EQ(made.question_count(), 1U);
  ASSERT_EQ(made.errors().size(), 1U);
  EXPECT_TRUE(made.errors()[0].details.ends_with(", at ui.json#/rule/condition/scope")) << made.errors()[0].details;
}

TEST(form_plan, says_of_a_question_whose_type_does_not_fit_its_format_that_it_is_the_type) {
  const form_plan made = plan(R"({"properties": {"a": {"type": "integer", "format": "photo"}}})");
  ASSERT_EQ(made.errors().size(), 1U);
  EXPECT_TRUE(made.errors()[0].message.ends_with("this is of the type 'integer'")) << made.errors()[0].message;
  EXPECT_EQ(made.question(0).note, "The format 'photo' does not fit what this is, so this cannot be asked.");
}

TEST(form_plan, names_the_entry_that_claims_a_format_that_nobody_draws) {
  form_init_data of{.form = "visit"};
  of.schema.text = R"({"properties": {"a": {"type": "string", "format": "stars"}}})";
  of.extensions.emplace();
  of.extensions->renderers["five"] = {.name = "five", .format = "stars", .origin = "forms/ext.json"};
  const form_plan made(of, {});
  ASSERT_EQ(made.errors().size(), 1U);
  EXPECT_EQ(made.errors()[0].message, "Failed to load renderer five: no renderer for format stars in this server");
  EXPECT_EQ(made.errors()[0].details, "/a, claimed by forms/ext.json, at schema.json#/properties/a");
  EXPECT_EQ(made.question(0).drawn_by->format, "text");
}

TEST(form_plan, has_those_definitions_of_the_bundle_that_it_refers_to_and_no_others) {
  form_init_data of{.form = "visit"};
  of.schema.text = R"({"properties": {"a": {"$ref": "#/definitions/x~1y"}, "b": {"$ref": "#/definitions/own"}},
      "definitions": {"own": {}}})";
  of.extensions.emplace().definitions = {{"x/y", {R"({"items": {"$ref": "#/definitions/far%20away/not"}})"}},
                                         {"far away", {R"({"not": {}})"}},
                                         {"own", {"true"}},
                                         {"other", {"{}"}}};
  EXPECT_EQ(
      form_plan(of, {}).schema(),
      R"({"properties":{"a":{"$ref":"#/definitions/x~1y"},"b":{"$ref":"#/definitions/own"}},"definitions":{"own":{},)"
      R"("far away":{"not": {}},"x/y":{"items": {"$ref": "#/definitions/far%20away/not"}}}})");
  of.schema.text = R"({"properties":{"a":{"const":"#/definitions/other"}}})";
  EXPECT_EQ(form_plan(of, {}).schema(), of.schema.text);
}

TEST(form_plan, refuses_what_is_no_json_object) {
  for (const std::string_view schema : {"", "[]", "{", "{\"a\": 1, \"a\": 2}"})
    EXPECT_THROW(static_cast<void>(plan(schema)), tenon::error) << schema;
  EXPECT_THROW(static_cast<void>(plan("{}", "[]")), tenon::error);
}

TEST(form_plan, takes_any_json_for_a_schema_and_a_layout) {
  for (const std::string_view schema :
       {R"({"properties": []})", R"({"properties": {"a": true, "b": null, "c": [], "d": {"enum": 1, "oneOf": [1]}}})",
        R"({"properties": {"a": {"type": [], "items": [], "required": {"a": 1}}}, "required": "a"})",
        R"({"properties": {"a": {"type": "array", "items": true}, "b": {"minimum": "x", "title": 1}}})"})
    for (const std::string_view ui : {"", "{}", R"({"type": 1, "elements": {"a": 1}, "options": []})",
                                      R"({"type": "Control", "scope": 1, "label": false, "options": [1]})",
                                      R"({"type": "Control", "scope": "#/properties/a", "options": {"format": 7}})",
                                      R"({"type": "Group", "elements": [1, null, [], "a"]})"}) {
      const form_plan made = plan(schema, ui);
      EXPECT_FALSE(drawing::html(made, R"([{"a": null}])").empty());
      EXPECT_FALSE(drawing::html(made, R"({"a": {"b": [[]]}})").empty());
      EXPECT_FALSE(drawing::html(made, "nonsense").empty());
    }
}

TEST(form_init_data, has_all_that_a_page_gets_and_no_extensions_where_there_are_none) {
  form_init_data of{.form = "visit"};
  of.schema.text = R"({"type":"object"})";
  of.ui.text = "{}";
  EXPECT_EQ(to_json(of), R"({"form":"visit","schema":{"type":"object"},"ui":{},"data":{},"parameters":{}})");
  of.extensions.emplace();
  of.extensions->errors.push_back({"renderer_load_error", "m", "d"});
  EXPECT_NE(to_json(of).find(R"("extensions":{"definitions":{},"functions":{},"renderers":{},"definitionOrigins":{},)"
                             R"("errors":[{"type":"renderer_load_error","message":"m","details":"d"}]})"),
            std::string::npos)
      << to_json(of);
}

TEST(a_form, calls_what_validates_beside_a_reference_and_behind_it) {
  const tenon::form::form_plan of = drawing::plan(R"({"definitions": {"d": {"type": "string", "x-validate":
    {"function": "behind"}}}, "properties": {"a": {"$ref": "#/definitions/d", "x-validate": {"function": "beside"}},
    "b": {"$ref": "#/definitions/d"}}})");
  std::string called;
  for (const auto& one : of.functions()) called.append(one.pointer).append(" ").append(one.says->function).append(" ");
  EXPECT_EQ(called, "/a beside /a behind /b behind ");
}

}  // namespace
