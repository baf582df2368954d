// What answers begin with, and what nobody can answer, as those hear it who write a form.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

// `pointer:line: message`, of the schema of one form.
strings warned_of_values(std::string_view schema, std::string_view extension = {}) {
  written_bundle bundle;
  if (!extension.empty()) bundle.write("forms/ext.json", extension);
  strings out;
  const tenon::form::report found = bundle.form("visit", schema).found();
  for (const auto& one : found.warnings())
    out.push_back(one.pointer + ":" + std::to_string(one.line) + ": " + one.message);
  return out;
}
// Of the one property `a`, behind its place.
strings wrong_with_default(std::string_view property, std::string_view extension = {}) {
  strings out = warned_of_values("{\"properties\": {\"a\": " + std::string(property) + "}}", extension);
  const std::string before = "the default does not keep to its schema: ";
  for (std::string& one : out)
    if (const std::size_t at = one.find(before); at != std::string::npos) one.erase(at, before.size());
  return out;
}

TEST(a_default, that_could_be_no_answer_is_a_warning) {
  const std::string at = "/properties/a/default:1: ";
  EXPECT_EQ(wrong_with_default(R"({"type": "integer", "minimum": 2, "default": 1})"),
            strings{at + "This has to be at least 2."});
  EXPECT_EQ(wrong_with_default(R"({"type": "string", "maxLength": 2, "default": "abc"})"),
            strings{at + "This has to have at most 2 characters."});
  EXPECT_EQ(wrong_with_default(R"({"type": "string", "pattern": "^b", "default": "abc"})"),
            strings{at + "This is not written as it has to be."});
  EXPECT_EQ(wrong_with_default(R"({"type": "string", "format": "date", "default": "today"})"),
            strings{at + "This is not written as it has to be."});
  EXPECT_EQ(wrong_with_default(R"({"enum": ["dry", "wet"], "default": "snow"})"),
            strings{at + "This is none of the choices."});
  EXPECT_EQ(wrong_with_default(R"({"const": 1, "default": 2})"), strings{at + "This is not the value that is wanted."});
  EXPECT_EQ(wrong_with_default(R"({"type": "array", "items": {"enum": ["a"]}, "default": ["a",
"b"]})"),
            strings{"/properties/a/default/1:2: This is none of the choices."});
}

TEST(a_default, is_held_against_what_its_schema_refers_to) {
  EXPECT_EQ(wrong_with_default(R"({"allOf": [{"$ref": "#/definitions/size"}], "default": 0})",
                               R"({"definitions": {"size": {"type": "integer", "minimum": 1}}})"),
            strings{"/properties/a/default:1: This has to be at least 1."});
  EXPECT_EQ(
      warned_of_values(R"({"definitions": {"size": {"minimum": 1, "default": 0}}})"),
      strings{"/definitions/size/default:1: the default does not keep to its schema: This has to be at least 1."});
}

TEST(a_default, of_an_object_is_held_to_what_it_has_of_it) {
  constexpr std::string_view object = R"("type": "object", "required": ["b", "c"], "additionalProperties": false,
    "properties": {"b": {"type": "integer", "maximum": 3}, "c": {"type": "string"}})";
  EXPECT_EQ(wrong_with_default("{" + std::string(object) + R"(, "default": {"b": 2}})"), strings{});
  EXPECT_EQ(wrong_with_default("{" + std::string(object) + R"(, "default": {
"b": 4}})"),
            strings{"/properties/a/default/b:3: This has to be at most 3."});
  EXPECT_EQ(wrong_with_default("{" + std::string(object) + R"(, "default": {"d": 4}})").size(), 1U);
}

TEST(a_default, that_is_right_or_null_is_no_warning) {
  for (const char* good :
       {R"({"type": "integer", "minimum": 2, "default": 2})", R"({"type": "string", "minLength": 1, "default": null})",
        R"({"format": "date", "default": "2026-04-02"})", R"({"type": "string", "format": "qrcode", "default": "x"})",
        R"({"type": "array", "items": {"type": "object", "properties": {"b": {"default": 1}}}})"})
    EXPECT_EQ(wrong_with_default(good), strings{}) << good;
  EXPECT_EQ(warned_of_values(R"({"required": ["a"], "additionalProperties": false, "minProperties": 1, "properties": {
    "a": {"enum": [1, 2], "default": 1}}})"),
            strings{});
}

TEST(a_default, is_told_of_in_a_form_that_only_refers_to_its_schema) {
  EXPECT_EQ(warned_of_values(R"({"$ref": "#/definitions/all", "definitions": {"all": {"type": "object",
"properties": {"a": {"minimum": 1, "default": 0}}}}})"),
            strings{"/definitions/all/properties/a/default:2: the default does not keep to its schema: This has to be "
                    "at least 1."});
}

TEST(a_question, that_is_needed_and_read_only_without_a_default_is_a_warning) {
  constexpr std::string_view told =
      "/required/0:1: form cannot be sent: it needs 'a', which is read only and has no default";
  const std::string empty = "/required/0:1: form cannot be sent: it needs 'a', which is read only and begins empty";
  const auto of_a = [](std::string_view property) {
    return warned_of_values(R"({"required": ["a"], "properties": {"a": )" + std::string(property) + "}}");
  };
  EXPECT_EQ(of_a(R"({"type": "string", "readOnly": true})"), strings{std::string(told)});
  EXPECT_EQ(of_a(R"({"type": "string", "format": "photo", "readOnly": true, "default": "x"})"),
            strings{empty + ", whatever its default says"});
  EXPECT_EQ(of_a(R"({"type": "array", "readOnly": true, "items": {"type": "object", "properties": {"b": {}}}})"),
            strings{std::string(told)});
  EXPECT_EQ(of_a(R"({"type": "string", "readOnly": true, "default": "x"})"), strings{});
  EXPECT_EQ(of_a(R"({"type": "array", "readOnly": true, "items": {"type": "object", "properties": {"b": {}}},
    "default": [{"b": 1}]})"),
            strings{empty + ", whatever its default says"});
  EXPECT_EQ(of_a(R"({"type": ["string", "null"], "readOnly": true, "default": null})"), strings{empty});
  EXPECT_EQ(of_a(R"({"type": "string", "readOnly": true, "default": ""})"), strings{empty});
  EXPECT_EQ(of_a(R"({"type": "boolean", "readOnly": true})"), strings{});
  EXPECT_EQ(of_a(R"({"type": "boolean", "readOnly": true, "const": true, "default": true})"), strings{});
  EXPECT_EQ(
      of_a(R"({"type": "boolean", "readOnly": true, "const": true})"),
      strings{"/required/0:1: form cannot be sent: it needs 'a', which has to be true, is read only and begins as "
              "false"});
  EXPECT_EQ(
      warned_of_values(
          R"({"required": ["a"], "readOnly": true, "default": {"a": "x"}, "properties": {"a": {"type": "string"}}})"),
      strings{});
}

// As above, of errors.
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

TEST(a_form, that_needs_what_stands_in_several_parts_of_it_is_looked_at_with_all_of_them) {
  EXPECT_EQ(warned_of_values(R"({"allOf": [{"properties": {"a": {"type": "string"}}}, {"required": ["a"]}]})"),
            strings{});
  EXPECT_EQ(warned_of_values(R"({"allOf": [{"properties": {"a": {"type": "string"}}}, {"required": ["aa"]}]})"),
            strings{"/allOf/1/required/0:1: form cannot be sent: it needs 'aa', which is none of its properties"});
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
    written_bundle bundle;
    strings out;
    const tenon::form::report found = bundle.form("visit", R"({"properties": {"a": {"type": "string"}}})", ui).found();
    for (const auto& one : found.warnings())
      out.push_back(one.pointer + ":" + std::to_string(one.line) + ": " + one.message);
    return out;
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

TEST(an_object, in_which_nothing_is_asked_is_a_warning) {
  const std::string message =
      ":1: unusable form element: 'a' is an object without properties, so nothing is asked in it";
  EXPECT_EQ(warned_of_values(R"({"properties": {"a": {"type": "object"}}})"), strings{"/properties/a" + message});
  EXPECT_EQ(
      warned_of_values(R"({"properties": {"a": {"oneOf": [{"$ref": "#/definitions/b"}, {"properties": {"c": {}}}]}},
    "definitions": {"b": {"type": "object"}}})"),
      strings{"/properties/a" + message});
  EXPECT_EQ(warned_of_values(R"({"properties": {"a": {"type": "object", "format": "gps"}, "b": {"type": "object",
    "format": "photo"}, "c": {"type": "object", "properties": {"d": {}}}}})"),
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
