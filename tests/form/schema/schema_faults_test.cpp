#include "tenon/form/schema/schema_faults.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/schema/schema_check.hpp"
#include "tenon/word/error.hpp"

namespace {

using tenon::form::schema_faults;
using strings = std::vector<std::string>;

tenon::json::tree tree_of(std::string_view text) {
  std::vector<tenon::finding> wrong;
  auto read = tenon::json::tree::parse(text, {}, wrong);
  EXPECT_TRUE(read.has_value()) << text;
  return *read;
}

// `pointer: message`, and of a definition from elsewhere `name#pointer: message`.
strings faults_in(std::string_view schema, std::string_view brought = "{}") {
  const tenon::json::tree read = tree_of(schema), definitions = tree_of(brought);
  schema_faults all(read.root(), [&](std::string_view name) { return definitions.root().find(name); });
  all.look(read.root());
  strings out;
  for (const auto& one : all.found()) {
    EXPECT_FALSE(one.advice.empty()) << one.message;
    out.push_back((one.definition.empty() ? "" : one.definition + "#") + one.pointer + ": " + one.message);
  }
  return out;
}
// Of a keyword of the property `a`.
std::string fault_of(std::string_view keyword, std::string_view value) {
  const strings all =
      faults_in(std::string("{\"properties\": {\"a\": {\"").append(keyword).append("\": ").append(value).append("}}}"));
  EXPECT_LE(all.size(), 1U) << value;
  const std::string before = "/properties/a/";
  return all.empty() ? "" : all[0].starts_with(before) ? all[0].substr(before.size()) : all[0];
}

TEST(schema_faults, tell_what_a_keyword_says_and_what_it_has_to_say) {
  EXPECT_EQ(fault_of("type", "\"strin\""), "type: 'type' is 'strin', which no value is of; the nearest is 'string'");
  EXPECT_EQ(fault_of("type", R"(["string", 5])"), "type/1: 'type' is 5, and has to be the name of a type");
  EXPECT_EQ(fault_of("type", "[]"), "type: 'type' is an empty list: no value is of any of these");
  EXPECT_EQ(fault_of("minimum", "\"5\""), "minimum: 'minimum' is a text, and has to be a number");
  EXPECT_EQ(fault_of("exclusiveMinimum", "true"),
            "exclusiveMinimum: 'exclusiveMinimum' is true or false, and has to be a number");
  EXPECT_EQ(fault_of("multipleOf", "0"), "multipleOf: 'multipleOf' is 0, and has to be a number more than 0");
  EXPECT_EQ(fault_of("minLength", "\"x\""),
            "minLength: 'minLength' is a text, and has to be a whole number, 0 or more");
  EXPECT_EQ(fault_of("maxItems", "-1"), "maxItems: 'maxItems' is -1, and has to be a whole number, 0 or more");
  EXPECT_EQ(fault_of("maxItems", "1.5"), "maxItems: 'maxItems' is 1.5, and has to be a whole number, 0 or more");
  EXPECT_EQ(fault_of("uniqueItems", "1"), "uniqueItems: 'uniqueItems' is 1, and has to be true or false");
  EXPECT_EQ(fault_of("title", "{}"), "title: 'title' is an object, and has to be a text");
  EXPECT_EQ(fault_of("enum", "\"a\""), "enum: 'enum' is a text, and has to be a list");
  EXPECT_EQ(fault_of("required", "true"), "required: 'required' is true or false, and has to be a list of names");
  EXPECT_EQ(fault_of("required", "[1]"), "required/0: 'required' is a list of names, and one of them is a number");
  EXPECT_EQ(fault_of("items", "5"), "items: 'items' is 5, and has to be a schema");
  EXPECT_EQ(fault_of("items", "[{}, 5]"), "items/1: 'items' is 5, and has to be a schema");
  EXPECT_EQ(fault_of("allOf", "{}"), "allOf: 'allOf' is an object, and has to be a list of schemas");
  EXPECT_EQ(fault_of("properties", "[1]"), "properties: 'properties' is a list, and has to be an object of schemas");
  EXPECT_EQ(fault_of("properties", R"({"b": "x"})"), "properties/b: 'b' is a text, and has to be a schema");
  EXPECT_EQ(fault_of("dependencies", R"({"b": 1})"),
            "dependencies/b: 'b' is 1, and has to be a list of names or a schema");
  EXPECT_EQ(fault_of("$ref", "5"), "$ref: '$ref' is 5, and has to be a text");
  EXPECT_EQ(fault_of("pattern", "\"(\"").substr(0, 42), "pattern: the pattern '(' cannot be used: m");
  EXPECT_EQ(fault_of("patternProperties", R"~({"(?=a)": {}})~").substr(0, 47),
            "patternProperties/(?=a): the pattern '(?=a)' ca");
}

TEST(schema_faults, are_none_where_a_keyword_says_what_it_may) {
  for (const char* good :
       {R"({"type": ["string", "null"], "minimum": -1.5, "multipleOf": 0.1, "minLength": 0, "uniqueItems": false})",
        R"({"items": [true, {}], "additionalItems": false, "required": [], "enum": [], "const": {"type": 5}})",
        R"({"allOf": [], "dependencies": {"a": ["b"], "c": {}}, "not": true, "if": {}, "properties": {"$ref": {}}})",
        R"({"properties": {"minimum": {"enum": [{"$ref": 5}]}}, "examples": [{"pattern": "("}],
            "default": {"type": 1}})",
        R"({"properties": {"a": {"items": {"$ref": "#"}}}, "definitions": {"b": {
            "properties": {"c": {"$ref": "#/definitions/b"}}}}})",
        "true"})
    EXPECT_EQ(faults_in(good), strings{}) << good;
}

TEST(schema_faults, are_all_told_at_once) {
  EXPECT_EQ(faults_in(R"({"properties": {"a": {"type": "strin", "minLength": "x"}, "b": {"items": {"maxItems": -1}}},
                          "required": [1, 2], "definitions": {"c": {"$ref": "#/definitions/d"}}})")
                .size(),
            6U);
}

TEST(schema_faults, name_the_references_of_a_circle_wherever_it_is_entered) {
  constexpr std::string_view told =
      "/properties/a/$ref: a $ref leads back to itself: '#/properties/b', by way of '#/properties/a'";
  EXPECT_EQ(faults_in(R"({"properties": {"a": {"$ref": "#/properties/b"}, "b": {"$ref": "#/properties/a"}}})"),
            strings{std::string(told)});
  EXPECT_EQ(faults_in(R"({"properties": {"b": {"$ref": "#/properties/a"}, "a": {"$ref": "#/properties/b"}}})"),
            strings{std::string(told)});
  EXPECT_EQ(faults_in(R"({"allOf": [{"$ref": "#"}]})"), strings{"/allOf/0/$ref: a $ref leads back to itself: '#'"});
}

TEST(schema_faults, are_told_of_a_definition_from_elsewhere_only_where_a_reference_reaches_it) {
  constexpr std::string_view brought = R"({"d": {"$ref": "#/definitions/none"}, "e": {"$ref": "#/definitions/e"},
    "f": {"properties": {"x": {"$ref": "https://example.org/"}}}, "own": {"$ref": "#/definitions/none"}})";
  EXPECT_EQ(faults_in(R"({"properties": {"a": {"$ref": "#/definitions/d"}, "b": {"$ref": "#/definitions/own"}},
    "definitions": {"own": {}}})",
                      brought),
            strings{"d#/$ref: a $ref leads nowhere: '#/definitions/none'"});
  EXPECT_EQ(
      faults_in(R"({"properties": {"a": {"$ref": "#/definitions/e"}, "b": {"$ref": "#/definitions/f/properties/x"}}})",
                brought),
      (strings{"e#/$ref: a $ref leads back to itself: '#/definitions/e'",
               "f#/properties/x/$ref: a $ref leads out of the schema: 'https://example.org/'"}));
}

// The library that holds data against a schema would refuse it in words of its own, and name no place.
TEST(schema_faults, are_found_wherever_the_library_would_refuse_a_schema) {
  const std::vector<std::string> keywords{"type",
                                          "properties",
                                          "title",
                                          "description",
                                          "format",
                                          "enum",
                                          "required",
                                          "items",
                                          "minimum",
                                          "maximum",
                                          "exclusiveMinimum",
                                          "exclusiveMaximum",
                                          "multipleOf",
                                          "minLength",
                                          "maxLength",
                                          "minItems",
                                          "maxItems",
                                          "minProperties",
                                          "maxProperties",
                                          "uniqueItems",
                                          "pattern",
                                          "$ref",
                                          "definitions",
                                          "patternProperties",
                                          "contains",
                                          "additionalItems",
                                          "propertyNames",
                                          "additionalProperties",
                                          "not",
                                          "if",
                                          "then",
                                          "else",
                                          "allOf",
                                          "anyOf",
                                          "oneOf",
                                          "dependencies",
                                          "divisibleBy",
                                          "const",
                                          "id",
                                          "$id",
                                          "$defs",
                                          "extends"};
  const std::vector<std::string> values{"null",
                                        "true",
                                        "false",
                                        "0",
                                        "-1",
                                        "1.5",
                                        "2.0",
                                        "1e300",
                                        "99999999999999999999",
                                        "\"\"",
                                        "\"5\"",
                                        "\"true\"",
                                        "\"a\"",
                                        "\"#\"",
                                        "[]",
                                        "[1]",
                                        "[{}]",
                                        "[[]]",
                                        R"(["a"])",
                                        R"(["a", "a"])",
                                        "[null]",
                                        "{}",
                                        R"({"a": 1})",
                                        R"({"a": {}})",
                                        R"({"a": []})",
                                        R"({"a": ["b"]})",
                                        R"({"a": [1]})",
                                        R"({"a": true})",
                                        R"({"type": 1})",
                                        R"({"$ref": 1})",
                                        R"({"(": {}})"};
  for (const std::string& keyword : keywords)
    for (const std::string& value : values)
      for (const std::string before : {"", "\"items\": [], ", "\"if\": {}, ", "\"properties\": {\"a/b\": {}}, "}) {
        if (before.find("\"" + keyword + "\"") != std::string::npos) continue;
        const std::string schema = "{" + before + "\"" + keyword + "\": " + value + "}";
        try {
          const tenon::form::schema_check made(schema);
          for (const char* data : {"{}", "[1, 1]", "5", "\"a\"", "null", R"({"a": 1})"})
            static_cast<void>(made.problems_of(data));
        } catch (const tenon::error& why) {
          EXPECT_FALSE(why.message().starts_with("the schema cannot be used")) << schema << ": " << why.message();
        }
      }
}

}  // namespace
