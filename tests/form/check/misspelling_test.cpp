// Words in a form's files that are nearly one that is known.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

strings misspelt_in_schema(std::string_view schema) { return written_bundle().form("visit", schema).warnings(); }
strings misspelt_in_ui(std::string_view ui) {
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
    EXPECT_EQ(misspelt_in_schema(std::string("{\"properties\": {\"a\": {\"").append(wrong).append("\": 1}}}")),
              strings{nearest_keyword(wrong, right)});
}

TEST(a_keyword, of_ones_own_or_of_another_tool_is_no_misspelling) {
  for (const char* own : {"x-core", "x-score",  "x-order", "x-unit",    "x-note",        "note",    "text", "hint",
                          "unit",   "min",      "name",    "help",      "titleFr",       "if",      "not",  "$id",
                          "$defs",  "nullable", "example", "enumNames", "contentSchema", "options", "order"})
    EXPECT_EQ(misspelt_in_schema(std::string("{\"properties\": {\"a\": {\"").append(own).append("\": {}}}}")),
              strings{})
        << own;
  // Names of properties are nobody's keywords, and values are no schemas.
  EXPECT_EQ(misspelt_in_schema(R"({"properties": {"minimun": {"enum": [1], "const": {"requred": 1}}}})"), strings{});
}

TEST(a_misspelt_key, of_a_ui_schema_is_told_with_the_nearest_one) {
  EXPECT_EQ(misspelt_in_ui(R"({"type": "Control", "scope": "#/properties/a", "lable": "A"})"),
            strings{nearest_key("lable", "an element", "label")});
  EXPECT_EQ(
      misspelt_in_ui(
          R"({"type": "Control", "scope": "#/properties/a", "options": {"placehoder": "A", "mutli": true}})"),
      (strings{nearest_key("placehoder", "the options", "placeholder"), nearest_key("mutli", "the options", "multi")}));
  EXPECT_EQ(misspelt_in_ui(R"({"type": "Control", "scope": "#/properties/a", "rule": {"effect": "HIDE", "conditon": {},
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
      misspelt_in_ui(R"({"type": "Control", "scope": "#/properties/b", "options": {"untill": 1, "placehoder": 1}})"),
      strings{});
  EXPECT_EQ(
      misspelt_in_ui(R"({"type": "Control", "scope": "#/properties/a", "options": {"format": "stars", "mutli": 1}})"),
      strings{});
  EXPECT_EQ(
      misspelt_in_ui(R"({"type": "Control", "scope": "#/properties/a", "options": {"trim": true, "unit": "kg"}})"),
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

}  // namespace
