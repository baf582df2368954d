// What a form's files say and cannot mean.
#include <gtest/gtest.h>

#include <string>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

strings warned_of_schema(std::string_view schema) { return written_bundle().form("visit", schema).warnings(); }
strings warned_of_ui(std::string_view ui) {
  written_bundle bundle;
  bundle.write("app/a.js", "")
      .write("forms/ext.json", R"({"renderers": {"stars": {"renderer": {"path": "a.js", "export": "A"}}}})");
  return bundle
      .form("visit", R"({"properties": {"a": {"type": "string"}, "b": {"type": "integer", "format": "stars"},
    "c": {"type": "array", "items": {"type": "object", "properties": {"a": {}, "d": {}}}}}})",
            ui)
      .warnings();
}
std::string nearest_keyword(std::string_view wrong, std::string_view right) {
  return std::string("unknown keyword '").append(wrong).append("' in form schema; the nearest known one is '") +
         std::string(right) + "'";
}
std::string nearest_key(std::string_view wrong, std::string_view where, std::string_view right) {
  return std::string("unknown key '").append(wrong).append("' in ").append(where) +
         " of form UI schema; the nearest known one is '" + std::string(right) + "'";
}

TEST(a_misspelt_keyword, of_a_schema_is_told_with_the_nearest_one) {
  for (const auto& [wrong, right] :
       std::initializer_list<std::pair<const char*, const char*>>{{"minimun", "minimum"},
                                                                  {"requred", "required"},
                                                                  {"propertis", "properties"},
                                                                  {"propreties", "properties"},
                                                                  {"Title", "title"},
                                                                  {"oneof", "oneOf"},
                                                                  {"additionalPropertie", "additionalProperties"},
                                                                  {"readonly", "readOnly"},
                                                                  {"x-dynamicenum", "x-dynamicEnum"},
                                                                  {"x-compute", "x-computed"},
                                                                  {"x-valdiate", "x-validate"}})
    EXPECT_EQ(warned_of_schema(std::string("{\"properties\": {\"a\": {\"").append(wrong).append("\": 1}}}")),
              strings{nearest_keyword(wrong, right)});
}

TEST(a_keyword, of_ones_own_or_of_another_tool_is_no_misspelling) {
  for (const char* own : {"x-core", "x-score",  "x-order", "x-unit",    "x-note",        "note",    "text", "hint",
                          "unit",   "min",      "name",    "help",      "titleFr",       "if",      "not",  "$id",
                          "$defs",  "nullable", "example", "enumNames", "contentSchema", "options", "order"})
    EXPECT_EQ(warned_of_schema(std::string("{\"properties\": {\"a\": {\"").append(own).append("\": {}}}}")), strings{})
        << own;
  // Names of properties are nobody's keywords, and values are no schemas.
  EXPECT_EQ(warned_of_schema(R"({"properties": {"minimun": {"enum": [1], "const": {"requred": 1}}}})"), strings{});
}

TEST(a_misspelt_key, of_a_ui_schema_is_told_with_the_nearest_one) {
  EXPECT_EQ(warned_of_ui(R"({"type": "Control", "scope": "#/properties/a", "lable": "A"})"),
            strings{nearest_key("lable", "an element", "label")});
  EXPECT_EQ(
      warned_of_ui(R"({"type": "Control", "scope": "#/properties/a", "options": {"placehoder": "A", "mutli": true}})"),
      (strings{nearest_key("placehoder", "the options", "placeholder"), nearest_key("mutli", "the options", "multi")}));
  EXPECT_EQ(warned_of_ui(R"({"type": "Control", "scope": "#/properties/a", "rule": {"effect": "HIDE", "conditon": {},
    "condition": {"scope": "#", "schema": {}, "failWhenUndefind": true}}})"),
            (strings{nearest_key("conditon", "a rule", "condition"),
                     nearest_key("failWhenUndefind", "a condition", "failWhenUndefined")}));
}

TEST(a_misspelt_option, is_told_wherever_its_question_is_put_together_of_several) {
  constexpr std::string_view sum = R"({"allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {
    "c": {"type": "array", "items": {"allOf": [{"type": "object", "properties": {"d": {"type": "string"}}},
      {"$ref": "#/definitions/more"}]}}}}]})";
  const auto warned = [&](std::string_view ui) {
    written_bundle bundle;
    bundle.write("forms/ext.json", R"({"definitions": {"more": {"properties": {"e": {"type": "string"}}}}})");
    return bundle.form("visit", sum, ui).warnings();
  };
  EXPECT_EQ(warned(R"({"type": "Control", "scope": "#/properties/a", "options": {"mutli": true, "slider": 1}})"),
            (strings{nearest_key("mutli", "the options", "multi"),
                     "'slider' is a number, and only true or false is heeded there"}));
  EXPECT_EQ(
      warned(R"({"type": "Control", "scope": "#/properties/c", "options": {"detail": {"type": "VerticalLayout",
    "elements": [{"type": "Control", "scope": "#/properties/d", "options": {"mutli": true}},
                 {"type": "Control", "scope": "#/properties/e", "options": {"placehoder": "x"}}]}}})"),
      (strings{nearest_key("mutli", "the options", "multi"), nearest_key("placehoder", "the options", "placeholder")}));
}

TEST(an_option, that_only_its_renderer_knows_is_let_be) {
  EXPECT_EQ(
      warned_of_ui(R"({"type": "Control", "scope": "#/properties/b", "options": {"untill": 1, "placehoder": 1}})"),
      strings{});
  EXPECT_EQ(
      warned_of_ui(R"({"type": "Control", "scope": "#/properties/a", "options": {"format": "stars", "mutli": 1}})"),
      strings{});
  EXPECT_EQ(warned_of_ui(R"({"type": "Control", "scope": "#/properties/a", "options": {"trim": true, "unit": "kg"}})"),
            strings{});
}

TEST(a_misspelt_member, of_a_function_keyword_is_told_with_the_nearest_one) {
  written_bundle bundle;
  bundle.write("app/a.js", "").write("forms/ext.json", R"({"functions": {"f": {"path": "a.js", "export": "A"}}})");
  const tenon::form::report found =
      bundle.form("visit", R"({"properties": {"a": {"x-validate": {"funktion": "f"}}}})").found();
  ASSERT_EQ(found.errors().size(), 1U);
  EXPECT_EQ(found.errors()[0].advice, "The nearest known one is 'function'. Correct it, or take it out.");
}

TEST(a_misspelt_format, is_told_with_the_nearest_that_is_built_in) {
  const auto advice = [](const std::string& format) {
    const tenon::form::report found =
        written_bundle().form("visit", R"({"properties": {"a": {"format": ")" + format + "\"}}}").found();
    return found.errors().empty() ? std::string() : found.errors()[0].advice.substr(0, 34);
  };
  EXPECT_EQ(advice("slidr"), "The nearest known one is 'slider'.");
  EXPECT_EQ(advice("fhoto"), "The nearest known one is 'photo'. ");
}

TEST(a_schema, with_bounds_that_leave_nothing_between_them_is_an_error) {
  const auto error = [](std::string_view property) {
    const tenon::form::report found =
        written_bundle().form("visit", "{\"properties\": {\"a\": " + std::string(property) + "}}").found();
    return found.errors().empty() ? std::string() : found.errors()[0].pointer + ": " + found.errors()[0].message;
  };
  EXPECT_EQ(error(R"({"minimum": 2, "maximum": 1.5})"),
            "/properties/a/minimum: invalid form schema: minimum is 2, more than the maximum, 1.5");
  EXPECT_EQ(error(R"({"minLength": 2, "maxLength": 1})"),
            "/properties/a/minLength: invalid form schema: minLength is 2, more than the maxLength, 1");
  EXPECT_EQ(error(R"({"type": "array", "items": {"enum": [1]}, "minItems": 2, "maxItems": 1})"),
            "/properties/a/minItems: invalid form schema: minItems is 2, more than the maxItems, 1");
  EXPECT_EQ(error(R"({"type": "number", "exclusiveMinimum": 2, "maximum": 2})"),
            "/properties/a/exclusiveMinimum: invalid form schema: exclusiveMinimum is 2, and leaves nothing below the "
            "maximum, 2");
  EXPECT_EQ(error(R"({"type": "number", "minimum": 2, "maximum": 2})"), "");
}

TEST(a_schema, that_leaves_no_value_is_an_error) {
  const auto errors = [](std::string_view property) {
    const tenon::form::report found =
        written_bundle().form("visit", "{\"properties\": {\"a\": " + std::string(property) + "}}").found();
    std::string out;
    for (const auto& one : found.errors())
      out.append(one.pointer.substr(14)).append(one.message.substr(one.message.find(": ")));
    return out;
  };
  EXPECT_EQ(errors(R"({"type": "integer", "minimum": 1.2, "maximum": 1.8})"),
            "minimum: no whole number is between its bounds");
  EXPECT_EQ(errors(R"({"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 2})"),
            "exclusiveMinimum: no whole number is between its bounds");
  EXPECT_EQ(errors(R"({"type": "integer", "minimum": 1, "maximum": 4, "multipleOf": 5})"),
            "multipleOf: no multiple of 5 is between its bounds");
  EXPECT_EQ(errors(R"({"type": "string", "const": "a", "enum": ["b"]})"),
            "const: no choice is one that all of them allow");
  EXPECT_EQ(errors(R"({"type": "string", "const": 5})"), "const: no choice of const has the type");
  EXPECT_EQ(errors(R"({"type": "object", "minProperties": 3, "additionalProperties": false, "properties": {"r": {
    "type": "string"}}})"),
            "minProperties: minProperties is 3, and no more than 1 may be there");
  EXPECT_EQ(
      errors(R"({"type": "object", "required": ["s", "r"], "properties": {"r": false, "s": {"type": "string"}}})"),
      "required/1: it needs 'r', whose schema is false");
  for (const std::string keyword : {"oneOf", "anyOf"})
    EXPECT_EQ(errors("{\"type\": \"string\", \"" + keyword + "\": []}"),
              keyword + ": '" + keyword + "' is an empty list: no value is right by any of these");
}

TEST(a_schema, that_leaves_a_single_value_is_no_error) {
  for (
      const std::string_view good :
      {R"({"type": "integer", "minimum": 1.2, "maximum": 2})", R"({"type": "number", "minimum": 1.2, "maximum": 1.8})",
       R"({"type": "number", "minimum": 0.3, "maximum": 0.3, "multipleOf": 0.1})",
       R"({"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 3})",
       R"({"type": "integer", "minimum": -9007199254740993, "maximum": -9007199254740993})",
       R"({"type": "integer", "minimum": 1, "maximum": 5, "multipleOf": 5})",
       R"({"type": "integer", "oneOf": [{"const": 1, "title": "One"}, {"const": "x"}]})",
       R"({"type": "object", "minProperties": 1, "additionalProperties": false, "properties": {"r": {"type": "string"}}})"})
    EXPECT_EQ(written_bundle().form("visit", "{\"properties\": {\"a\": " + std::string(good) + "}}").errors(),
              strings{})
        << good;
}

TEST(an_object, that_needs_more_properties_than_are_asked_for_is_a_warning) {
  EXPECT_EQ(warned_of_schema(R"({"minProperties": 3, "properties": {"r": {"type": "string"}}})"),
            strings{"form cannot be sent: it needs 3 properties, and its UI schema asks for 1"});
  EXPECT_EQ(
      warned_of_schema(R"({"minProperties": 2, "properties": {"r": {"type": "string"}, "s": {"type": "string"}}})"),
      strings{});
}

TEST(a_default, of_another_type_is_a_warning) {
  EXPECT_EQ(warned_of_schema(R"({"properties": {"a": {"type": "integer", "default": "1"}}})"),
            strings{"the default is a text, and the type is integer"});
  EXPECT_EQ(warned_of_schema(R"({"properties": {"a": {"type": ["integer", "null"], "default": 1.5}}})"),
            strings{R"(the default is a number, and the type is ["integer","null"])"});
  EXPECT_EQ(warned_of_schema(R"({"properties": {"a": {"type": "integer", "default": 1.0}, "b": {"type": "string",
    "default": null}, "default": {"type": "string"}}})"),
            strings{});
}

TEST(a_question, that_stands_twice_is_a_warning_unless_rules_show_where) {
  const auto warned = [](std::string_view first, std::string_view second) {
    return warned_of_ui(R"({"type": "Group", "elements": [{"type": "Control", "scope": "#/properties/a")" +
                        std::string(first) + R"(}, {"type": "Control", "scope": "#/properties/a")" +
                        std::string(second) + "}]}");
  };
  const std::string rule = R"(, "rule": {"effect": "HIDE", "condition": {"scope": "#/properties/b", "schema": {}}})";
  EXPECT_EQ(warned("", ""), strings{"the scope '#/properties/a' is asked for twice"});
  EXPECT_EQ(warned("", rule), strings{"the scope '#/properties/a' is asked for twice"});
  EXPECT_EQ(warned(rule, rule), strings{});
  // An entry of a list has questions of its own.
  EXPECT_EQ(warned_of_ui(R"({"type": "Group", "elements": [{"type": "Control", "scope": "#/properties/a"},
    {"type": "Control", "scope": "#/properties/c", "options": {"detail": {
      "type": "Control", "scope": "#/properties/a"}}}]})"),
            strings{});
}

}  // namespace
