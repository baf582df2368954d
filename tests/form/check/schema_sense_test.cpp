// What a schema says and cannot mean.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

// `pointer:line: message`, of the schema of one form.
strings warned_of_values(std::string_view schema) { return written_bundle().form("visit", schema).placed_warnings(); }

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

// The same of errors.
strings refused_for_type(std::string_view schema) {
  strings out;
  written_bundle bundle;
  const tenon::form::report found = bundle.form("visit", schema).found();
  for (const auto& one : found.errors())
    if (one.message.find("what a form sends is an object") != std::string::npos)
      out.push_back(one.pointer + ":" + std::to_string(one.line) + ": " + one.message);
  return out;
}

TEST(a_form, whose_schema_takes_no_object_is_an_error) {
  const std::string message = "form cannot be sent: the type of its schema is ",
                    why = ", and what a form sends is an object";
  EXPECT_EQ(refused_for_type("{\n\"type\": \"string\"}"), strings{"/type:2: " + message + "string" + why});
  EXPECT_EQ(refused_for_type(R"({"type": ["string", "null"]})"),
            strings{"/type:1: " + message + R"(["string","null"])" + why});
  EXPECT_EQ(refused_for_type(R"({"$ref": "#/definitions/a", "definitions": {"a": {"type": "array"}}})"),
            strings{"/definitions/a/type:1: " + message + "array" + why});
  EXPECT_EQ(refused_for_type(R"({"allOf": [{"properties": {}}, {"type": "integer"}]})"),
            strings{"/allOf/1/type:1: " + message + "integer" + why});
  for (const char* good : {"{}", R"({"type": "object"})", R"({"type": ["null", "object"]})", R"({"properties": {}})"})
    EXPECT_EQ(refused_for_type(good), strings{}) << good;
}

TEST(a_value, of_a_kind_that_nobody_heeds_is_a_warning) {
  const std::string text = ", and only a text is heeded there", truth = ", and only true or false is heeded there";
  EXPECT_EQ(warned_of_values(R"({"properties": {"a": {"format": 5}}})"),
            strings{"/properties/a/format:1: 'format' is a number" + text});
  for (const std::string key : {"x-renderer", "rendererType", "x-question-type"})
    EXPECT_EQ(warned_of_values("{\"properties\": {\"a\": {\"" + key + "\": {}}}}"),
              strings{"/properties/a/" + key + ":1: '" + key + "' is an object" + text});
  EXPECT_EQ(warned_of_values(R"({"properties": {"a": {"readOnly": "true"}}})"),
            strings{"/properties/a/readOnly:1: 'readOnly' is a text" + truth});
  EXPECT_EQ(warned_of_values(R"({"properties": {"a": {"type": "integer", "minimum": "3"}}})"), strings{})
      << "that is an error";
  EXPECT_EQ(warned_of_values(R"({"properties": {"a": {"x-renderer": null, "readOnly": false}, "format": {}}})"),
            strings{});

  const auto of_ui = [](std::string_view ui) {
    return written_bundle().form("visit", R"({"properties": {"a": {"type": "string"}}})", ui).placed_warnings();
  };
  EXPECT_EQ(
      of_ui(R"({"type": "Control", "scope": "#/properties/a", "format": 1, "options": {"format": [],
"multi": "yes", "readonly": 1, "placeholder": 4}})"),
      (strings{"/format:1: 'format' is a number" + text, "/options/format:1: 'format' is a list" + text,
               "/options/placeholder:2: 'placeholder' is a number" + text,
               "/options/multi:2: 'multi' is a text" + truth, "/options/readonly:2: 'readonly' is a number" + truth}));
  EXPECT_EQ(of_ui(R"({"type": "Control", "scope": "#/properties/a", "options": []})"),
            strings{"/options:1: 'options' is a list, and only an object is heeded there"});
  EXPECT_EQ(of_ui(R"({"type": "VerticalLayout", "elements": {}})"),
            strings{"/elements:1: 'elements' is an object, and only a list is heeded there"});
  EXPECT_EQ(of_ui(R"({"type": "Control", "scope": "#/properties/a", "options": {"format": null, "readonly": true}})"),
            strings{});
}

TEST(choices, that_nobody_could_send_are_told) {
  const auto told = [](std::string_view property) {
    written_bundle bundle;
    const tenon::form::report found =
        bundle.form("visit", "{\"properties\": {\"a\": " + std::string(property) + "}}").found();
    strings out;
    for (const auto* all : {&found.errors(), &found.warnings()})
      for (const auto& one : *all) out.push_back(one.pointer + ": " + one.message);
    return out;
  };
  const std::string at = "/properties/a/", refused = ": invalid form schema: ";
  EXPECT_EQ(told(R"({"enum": []})"), strings{at + "enum" + refused + "enum has no choices"});
  EXPECT_EQ(told(R"({"type": "integer", "enum": [1, "x", null]})"),
            strings{at + "enum/1: this choice is a text, and the type is integer"});
  EXPECT_EQ(told(R"({"type": "integer", "enum": ["x"]})")[0], at + "enum" + refused + "no choice of enum has the type");
  EXPECT_EQ(told(R"({"type": "integer", "multipleOf": 0})"),
            strings{at + "multipleOf: invalid form schema forms/visit/schema.json: 'multipleOf' is 0, and has to be a "
                         "number more than 0"});
  EXPECT_EQ(told(R"({"type": "array", "items": {"enum": [1, 2]}, "uniqueItems": true, "minItems": 3})"),
            strings{at + "minItems" + refused + "minItems is 3, and of 2 choices each may be there once"});
  EXPECT_EQ(told(R"({"type": "array", "items": {"enum": [1, 2]}, "uniqueItems": true, "minItems": 2})"), strings{});
  EXPECT_EQ(told(R"({"type": "number", "enum": [1, 2.5], "multipleOf": 0.5})"), strings{});
}

}  // namespace
