// What answers begin with, as those hear it who write a form.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

// `pointer:line: message`, of the schema of one form.
strings warned_of_defaults(std::string_view schema, std::string_view extension = {}) {
  written_bundle bundle;
  if (!extension.empty()) bundle.write("forms/ext.json", extension);
  return bundle.form("visit", schema).placed_warnings();
}
// Of the one property `a`, behind its place.
strings wrong_with_default(std::string_view property, std::string_view extension = {}) {
  strings out = warned_of_defaults("{\"properties\": {\"a\": " + std::string(property) + "}}", extension);
  const std::string before = "the default does not keep to its schema: ";
  for (std::string& one : out)
    if (const std::size_t at = one.find(before); at != std::string::npos) one.erase(at, before.size());
  return out;
}

strings messages_of_defaults(std::string_view schema) { return written_bundle().form("visit", schema).warnings(); }

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
      warned_of_defaults(R"({"definitions": {"size": {"minimum": 1, "default": 0}}})"),
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
  EXPECT_EQ(warned_of_defaults(R"({"required": ["a"], "additionalProperties": false, "minProperties": 1, "properties": {
    "a": {"enum": [1, 2], "default": 1}}})"),
            strings{});
}

TEST(a_default, is_told_of_in_a_form_that_only_refers_to_its_schema) {
  EXPECT_EQ(warned_of_defaults(R"({"$ref": "#/definitions/all", "definitions": {"all": {"type": "object",
"properties": {"a": {"minimum": 1, "default": 0}}}}})"),
            strings{"/definitions/all/properties/a/default:2: the default does not keep to its schema: This has to be "
                    "at least 1."});
}

TEST(a_default, of_another_type_is_a_warning) {
  EXPECT_EQ(messages_of_defaults(R"({"properties": {"a": {"type": "integer", "default": "1"}}})"),
            strings{"the default is a text, and the type is integer"});
  EXPECT_EQ(messages_of_defaults(R"({"properties": {"a": {"type": ["integer", "null"], "default": 1.5}}})"),
            strings{R"(the default is a number, and the type is ["integer","null"])"});
  EXPECT_EQ(messages_of_defaults(R"({"properties": {"a": {"type": "integer", "default": 1.0}, "b": {"type": "string",
    "default": null}, "default": {"type": "string"}}})"),
            strings{});
}

}  // namespace
