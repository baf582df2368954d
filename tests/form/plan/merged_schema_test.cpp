// Questions whose schemas are an `allOf` of several.
#include "tenon/form/plan/merged_schema.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "../drawn.hpp"
#include "tenon/json/tree.hpp"

using drawing::has;

namespace {

// With ' for each ", as all below.
std::string json_of(std::string text) {
  for (char& c : text)
    if (c == '\'') c = '"';
  return text;
}
std::string in_quotes(std::string text) {
  for (char& c : text)
    if (c == '"') c = '\'';
  return text;
}

tenon::form::merged_schema merged(const std::string& schema) {
  std::vector<tenon::finding> ignored;
  const auto read = tenon::json::tree::parse(json_of(schema), {.max_depth = 64}, ignored);
  return tenon::form::merged_for_asking(read.value().root());
}
std::string text_of_merged(const std::string& schema) { return in_quotes(merged(schema).text); }
std::string contradiction(const std::string& schema) {
  const auto all = merged(schema).contradictions;
  return all.size() == 1 ? all.begin()->first + ": " + all.begin()->second : std::to_string(all.size());
}

TEST(a_merged_schema, has_the_properties_and_the_needs_of_all_its_parts) {
  EXPECT_EQ(
      text_of_merged("{'type': 'object', 'required': ['a'], 'allOf': [{'$ref': '#/definitions/d'}, {'properties': "
                     "{'b': {'type': 'integer'}}, 'required': ['b', 'a']}], 'definitions': {'d': {'properties': "
                     "{'a': {'type': 'string'}}}}}"),
      "{'type':'object','required':['a','b'],'definitions':{'d':{'properties':{'a':{'type':'string'}}}},"
      "'properties':{'a':{'type':'string'},'b':{'type':'integer'}}}");
}

TEST(a_merged_schema, has_the_narrower_bounds_and_the_choices_that_all_allow) {
  EXPECT_EQ(text_of_merged("{'allOf': [{'type': 'number', 'minimum': 1, 'maximum': 9}, {'type': ['integer', 'null'], "
                           "'minimum': 2, 'maximum': 8.5}, {'maximum': 100}]}"),
            "{'type':'integer','minimum':2,'maximum':8.5}");
  EXPECT_EQ(text_of_merged("{'allOf': [{'enum': ['a', 'b', 'c']}, {'enum': ['c', 'b'], 'readOnly': true}]}"),
            "{'enum':['b','c'],'readOnly':true}");
}

TEST(a_merged_schema, has_the_outermost_title_and_default) {
  EXPECT_EQ(text_of_merged("{'allOf': [{'title': 'one', 'default': 1}, {'title': 'two', 'allOf': [{'description': "
                           "'three'}]}], 'title': 'own'}"),
            "{'title':'own','default':1,'description':'three'}");
}

TEST(a_merged_schema, merges_what_its_parts_say_of_the_same_property_and_of_entries) {
  EXPECT_EQ(
      text_of_merged("{'allOf': [{'properties': {'a': {'type': 'string'}}, 'items': {'minimum': 1}}, {'properties': "
                     "{'a': {'title': 'A', 'allOf': [{'maxLength': 3}]}}, 'items': {'maximum': 2}}]}"),
      "{'properties':{'a':{'type':'string','title':'A','maxLength':3}},'items':{'minimum':1,'maximum':2}}");
}

TEST(a_merged_schema, leaves_what_does_not_say_what_is_asked_in_its_place) {
  const std::string conditions =
      "{'type':'object','allOf':[{'if':{'required':['a']},'then':{'required':['b']}},{'if':{},'else':false}]}";
  EXPECT_EQ(text_of_merged(conditions), conditions);
  EXPECT_EQ(text_of_merged("{'allOf': [{'minimum': 1}, {'x-validate': 1, 'not': {'const': 2}}, {'x-validate': 2}]}"),
            "{'minimum':1,'x-validate':1,'allOf':[{},{'not':{'const':2}},{'x-validate':2}]}");
}

TEST(a_merged_schema, is_none_where_there_is_nothing_to_merge) {
  EXPECT_EQ(
      text_of_merged(
          "{'properties': {'a': {'title': 'A', 'allOf': [{'$ref': '#/definitions/d'}]}}, 'definitions': {'d': {}}}"),
      "")
      << "that is asked as what it refers to";
  EXPECT_EQ(text_of_merged("{'allOf': [{'$ref': '#/definitions/none'}, {'type': 'string'}]}"), "");
  EXPECT_EQ(text_of_merged("{'allOf': [false, {'type': 'string'}]}"), "");
}

TEST(a_merged_schema, tells_where_its_parts_contradict_each_other_and_leaves_them) {
  EXPECT_EQ(contradiction("{'properties': {'a': {'allOf': [{'type': 'string'}, {'type': 'integer'}]}}}"),
            "/properties/a: no type is one that all of them allow");
  EXPECT_EQ(contradiction("{'allOf': [{'enum': [1]}, {'enum': [2]}]}"), ": no enum is one that all of them allow");
  EXPECT_EQ(contradiction("{'allOf': [{'minimum': 5}, {'maximum': 4}]}"),
            ": minimum is 5 in one of them, and maximum 4 in another");
  EXPECT_EQ(text_of_merged("{'items': {'type': 'string', 'allOf': [{'type': 'integer'}, {'title': 'x'}]}}"),
            "{'items':{'type':'string','allOf':[{'type':'integer'},{'title':'x'}]}}");
}

TEST(a_merged_schema, tells_of_bounds_and_choices_that_leave_nothing_together) {
  const std::string none = ": no choice is one that all of them allow";
  EXPECT_EQ(contradiction("{'allOf': [{'const': 'a'}, {'const': 'b'}, {'const': 'a'}]}"),
            ": no const is one that all of them allow");
  EXPECT_EQ(contradiction("{'allOf': [{'const': 'a'}, {'enum': ['b', 'c']}]}"), none);
  EXPECT_EQ(contradiction("{'allOf': [{'oneOf': [{'const': 1}, {'const': 2}]}, {'oneOf': [{'const': 3}]}]}"), none);
  EXPECT_EQ(contradiction("{'allOf': [{'anyOf': [{'const': 1}, {'enum': [2]}]}, {'enum': [3, 4]}]}"), none);
  EXPECT_EQ(contradiction("{'allOf': [{'type': 'string'}, {'enum': [1, 2]}]}"), ": no choice of enum has the type");
  EXPECT_EQ(contradiction("{'allOf': [{'exclusiveMinimum': 5}, {'maximum': 5}]}"),
            ": exclusiveMinimum is 5 in one of them, and maximum 5 in another");
  EXPECT_EQ(contradiction("{'allOf': [{'minProperties': 3}, {'maxProperties': 2}]}"),
            ": minProperties is 3 in one of them, and maxProperties 2 in another");
  EXPECT_EQ(contradiction("{'allOf': [{'type': 'integer', 'minimum': 1}, {'maximum': 4}, {'multipleOf': 5}]}"),
            ": no multiple of 5 is between its bounds");
}

TEST(a_merged_schema, takes_numbers_and_choices_for_what_they_are) {
  for (const char* good :
       {"{'allOf': [{'enum': [1, 2]}, {'enum': [1.0, 2.0]}]}",
        "{'allOf': [{'const': 'a'}, {'enum': ['a', 'b']}, {'oneOf': [{'const': 'a', 'title': 'A'}]}]}",
        "{'allOf': [{'oneOf': [{'const': 1}, {'minimum': 2}]}, {'const': 5}]}",
        "{'allOf': [{'minimum': 5}, {'maximum': 5}]}", "{'allOf': [{'type': 'string'}, {'enum': [null, 2]}]}"})
    EXPECT_EQ(contradiction(good), "0") << good;
  EXPECT_EQ(text_of_merged("{'allOf': [{'enum': [1, 2]}, {'enum': [2.0]}]}"), "{'enum':[2]}");
}

TEST(a_merged_schema, ends_where_references_lead_back_or_make_too_much_of_it) {
  EXPECT_NE(
      text_of_merged("{'definitions': {'d': {'properties': {'a': {'allOf': [{'$ref': '#/definitions/d'}, {'title': "
                     "'again'}]}}}}, 'allOf': [{'$ref': '#/definitions/d'}, {}]}"),
      "");
  EXPECT_EQ(text_of_merged("{'allOf': [{'$ref': '#'}, {'type': 'object'}]}"), "");
  std::string doubling = "{'definitions': {'d0': {'type': 'string'}";
  for (int i = 1; i <= 30; ++i) {
    const std::string inner = "{'allOf': [{'$ref': '#/definitions/d" + std::to_string(i - 1) + "'}, {'title': 'x'}]}";
    doubling += ", 'd" + std::to_string(i) + "': {'properties': {'a': " + inner + ", 'b': " + inner + "}}";
  }
  EXPECT_EQ(text_of_merged(doubling + "}, 'allOf': [{'$ref': '#/definitions/d30'}, {}]}"), "");
}

TEST(a_form, whose_schema_is_the_sum_of_several_asks_for_all_of_them) {
  const std::string html =
      drawing::html(drawing::plan(R"({"title": "Sum", "allOf": [{"$ref": "#/definitions/person"}, {"properties": {
        "size": {"type": "integer", "allOf": [{"minimum": 3}, {"maximum": 7}]}}, "required": ["name"]}],
      "definitions": {"person": {"type": "object", "properties": {"name": {"type": "string", "title": "Name"}}}}})"),
                    R"({"name": "Ada"})");
  EXPECT_TRUE(has(html, R"(name="/name" required value="Ada")")) << html;
  EXPECT_TRUE(has(html, R"(min="3" max="7")")) << html;
}

TEST(a_form, whose_ui_schema_leads_into_a_sum_of_several_finds_it) {
  const tenon::form::form_plan plan = drawing::plan(
      R"({"properties": {"who": {"allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"b": {}}}]}}})",
      R"({"type": "Control", "scope": "#/properties/who/properties/b"})");
  EXPECT_TRUE(plan.errors().empty());
  EXPECT_TRUE(plan.find("/who/b"));
}

TEST(a_question, whose_parts_contradict_each_other_says_so) {
  const tenon::form::form_plan plan =
      drawing::plan(R"({"properties": {"q": {"type": "string", "allOf": [{"minLength": 4}, {"maxLength": 3}]}}})");
  EXPECT_TRUE(has(drawing::html(plan), "so no answer to it can be right")) << drawing::html(plan);
  ASSERT_EQ(plan.faults().size(), 1U);
  EXPECT_EQ(plan.faults()[0].at.pointer, "/properties/q");
}

TEST(a_question, of_which_any_of_several_schemas_is_enough_is_asked_by_the_type_that_they_have) {
  const auto asked = [](const std::string& schema) { return drawing::question(R"({"anyOf": [)" + schema + "]}"); };
  EXPECT_TRUE(
      has(asked(R"({"type": "integer", "maximum": 2}, {"type": "integer", "minimum": 5})"), R"(type="number")"));
  EXPECT_TRUE(has(asked(R"({"type": "integer"}, {"type": "string"})"), R"(type="text")"));
  EXPECT_TRUE(has(asked(R"({"type": "null"}, {"type": "boolean"}, {"type": "boolean"})"), R"(type="checkbox")"));
  EXPECT_FALSE(has(asked(R"({"properties": {"a": {}}}, {"properties": {"b": {}}})"), "<input"));
}

}  // namespace
