// What forms refer to: renderers and formats that somebody has to bring.
#include <gtest/gtest.h>

#include <string>

#include "tenon/form/known_renderers.hpp"
#include "written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

constexpr const char* stars = R"({"renderers": {"stars": {"renderer": {"path": "a.js", "export": "Stars"}}}})";

strings errors_of_schema(std::string_view schema) { return written_bundle().form("visit", schema).errors(); }
strings errors_of_ui(std::string_view ui) { return written_bundle().form("visit", "{}", ui).errors(); }

std::string no_renderer(std::string_view name, std::string_view keyword) {
  return std::string("missing renderer reference: references non-existent renderer '")
      .append(name)
      .append("' (")
      .append(keyword)
      .append(")");
}
std::string no_format(std::string_view format, std::string_view subject = "schema property") {
  return std::string("missing renderer reference: ")
      .append(subject)
      .append(" references renderer with format '")
      .append(format)
      .append("' but no extension renderer is defined for this format");
}

TEST(a_forms_file, that_is_no_json_is_told) {
  written_bundle bundle;
  bundle.form("visit", "{\n} x", "{\"a\": 1, \"a\": 2}");
  const tenon::form::report found = bundle.found();
  EXPECT_EQ(form_test::messages(found.errors()),
            (strings{"invalid JSON in form schema forms/visit/schema.json: invalid JSON: something stands behind the "
                     "JSON value. Remove it.",
                     "invalid JSON in form UI forms/visit/ui.json: invalid JSON: the key \"a\" stands twice in this "
                     "object. Keep one of them."}));
  EXPECT_EQ(found.errors()[0].line, 2U);
}
TEST(a_forms_file, that_is_no_object_is_told) {
  written_bundle bundle;
  bundle.form("visit", "[]", "null");
  EXPECT_EQ(bundle.errors(), (strings{"failed to parse form schema: expected an object, found a list",
                                      "failed to parse form UI schema: expected an object, found null"}));
}

TEST(a_schema, that_nobody_could_keep_to_is_told_before_the_form_is_served) {
  const auto told = [](std::string_view schema) {
    const strings all = errors_of_schema(schema);
    return all.empty() ? std::string() : all.front();
  };
  EXPECT_EQ(told(R"~({"properties": {"a": {"pattern": "a(?=b)"}}})~"),
            "invalid form schema forms/visit/schema.json: the pattern 'a(?=b)' cannot be used: invalid perl operator: "
            "(?=");
  EXPECT_NE(told(R"({"properties": {"a": {"type": "integr"}}})").find("'integr'"), std::string::npos);
  EXPECT_NE(told(R"({"properties": {"a": {"$ref": "#/definitions/b"}}})").find("'#/definitions/b'"), std::string::npos);
}

TEST(a_schema, may_refer_to_the_definitions_that_its_form_has) {
  written_bundle bundle;
  bundle.form("visit", R"({"properties": {"a": {"$ref": "#/definitions/b"}, "c": {"$ref": "#/definitions/d"}}})");
  bundle.write("forms/ext.json", R"({"definitions": {"b": {"type": "string"}}})");
  EXPECT_EQ(bundle.errors().size(), 1U);
  bundle.write("forms/visit/ext.json", R"({"definitions": {"d": {"type": "string"}}})");
  EXPECT_EQ(bundle.errors(), strings{});
}

// Those of an application may be meant for a form that brings the renderer itself.
TEST(a_definition, that_refers_to_what_nobody_brings_is_a_warning_with_its_place) {
  written_bundle bundle;
  bundle.form("visit", "{}").form("plot", "{}").write("forms/plot/ext.json", stars);
  bundle.write("forms/ext.json", R"({"schemas": {"definitions": {
    "day": {"properties": {"a": {"format": "custom-dat"}, "b": {"format": "stars"}}}}},
    "renderers": {"custom-date": {"renderer": {"path": "a.js", "export": "A"}}}})");
  bundle.write("forms/visit/ext.json", R"({"definitions": {"rank": {"items": {"format": "stars"}}}})");
  bundle.write("a.js", "");
  const tenon::form::report found = bundle.found();
  EXPECT_TRUE(found.valid());
  EXPECT_EQ(form_test::messages(found.warnings()),
            (strings{no_format("custom-dat", "definition"), no_format("stars", "definition")}));
  EXPECT_EQ(found.warnings()[0].pointer, "/schemas/definitions/day/properties/a/format");
  EXPECT_EQ(found.warnings()[0].line, 2U);
  EXPECT_EQ(found.warnings()[1].file, "forms/visit/ext.json");
}

TEST(a_schema, may_refer_to_what_is_built_in) {
  for (const std::string_view name : tenon::form::built_in_renderers) {
    const std::string text(name);
    EXPECT_EQ(errors_of_schema(R"({"x-renderer": ")" + text + R"(", "format": ")" + text + "\"}"), strings{});
  }
  for (const std::string_view name : tenon::form::known_formats)
    EXPECT_EQ(errors_of_schema(std::string(R"({"format": ")").append(name).append("\"}")), strings{});
}

// The original refuses every form that has an e-mail address.
TEST(a_schema, may_refer_to_the_formats_of_json_schema) {
  for (const char* name : {"email", "uri", "uuid", "hostname", "ipv4", "ipv6", "regex", "json-pointer", "duration"})
    EXPECT_EQ(errors_of_schema(std::string(R"({"format": ")").append(name).append("\"}")), strings{});
}

TEST(a_schema, that_refers_to_a_renderer_that_nobody_brings_is_told) {
  EXPECT_EQ(errors_of_schema(R"({"properties": {
      "a": {"x-renderer": "one"}, "b": {"rendererType": "two"}, "c": {"x-question-type": "three"}}})"),
            (strings{no_renderer("one", "x-renderer"), no_renderer("two", "rendererType"),
                     no_renderer("three", "x-question-type")}));
  written_bundle bundle;
  bundle.write("renderers/one/renderer.jsx", "").write("forms/ext.json", stars).write("app/a.js", "");
  bundle.form("visit", R"({"properties": {"a": {"x-renderer": "one"}, "b": {"x-renderer": "stars"}}})");
  EXPECT_EQ(bundle.errors(), strings{});
}

TEST(a_schema, that_refers_to_a_format_that_nobody_brings_is_told_with_its_place) {
  written_bundle bundle;
  bundle.form("visit", "{\"properties\":\n {\"a\": {\"type\": \"string\",\n \"format\": \"emial\"}}}");
  const tenon::form::report found = bundle.found();
  ASSERT_EQ(found.errors().size(), 1U);
  EXPECT_EQ(found.errors()[0].message, no_format("emial"));
  EXPECT_EQ(found.errors()[0].file, "forms/visit/schema.json");
  EXPECT_EQ(found.errors()[0].pointer, "/properties/a/format");
  EXPECT_EQ(found.errors()[0].line, 3U);
  EXPECT_TRUE(found.errors()[0].advice.starts_with("The nearest known one is 'email'."));
}
TEST(a_schema, may_not_refer_to_a_folder_of_renderers_by_format) {
  EXPECT_EQ(written_bundle().write("renderers/one/renderer.jsx", "").form("visit", R"({"format": "one"})").errors(),
            strings{no_format("one")});
}

TEST(a_schema, is_looked_at_wherever_it_holds_schemas) {
  for (const char* before :
       {R"("properties": {"a": )", R"("patternProperties": {"^a": )", R"("definitions": {"a": )", R"("$defs": {"a": )",
        R"("dependencies": {"a": )", R"("properties": {"format": )", R"("properties": {"default": )"})
    EXPECT_EQ(errors_of_schema(std::string("{").append(before).append(R"({"format": "nope"}}})")),
              strings{no_format("nope")})
        << before;
  for (const char* keyword :
       {"items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"})
    EXPECT_EQ(errors_of_schema(std::string("{\"").append(keyword).append(R"(": {"format": "nope"}})")),
              strings{no_format("nope")})
        << keyword;
  for (const char* keyword : {"items", "allOf", "anyOf", "oneOf"})
    EXPECT_EQ(errors_of_schema(std::string("{\"").append(keyword).append(R"(": [true, {"format": "nope"}]})")),
              strings{no_format("nope")})
        << keyword;
}

// The original looks at keys wherever they stand.
TEST(a_schema, is_not_looked_at_where_it_holds_values) {
  for (const char* keyword : {"const", "default", "examples", "enum", "x-anything"})
    EXPECT_EQ(errors_of_schema(
                  std::string("{\"").append(keyword).append(R"(": [{"format": "nope", "x-renderer": "nope"}]})")),
              strings{})
        << keyword;
  EXPECT_EQ(errors_of_schema(R"({"default": {"format": "nope"}})"), strings{});
  EXPECT_EQ(errors_of_schema(R"({"properties": {"format": {"type": "string"}, "x-renderer": {}}})"), strings{});
  EXPECT_EQ(errors_of_schema(R"({"dependencies": {"format": ["a"]}, "format": 5})"), strings{});
}

TEST(a_ui_schema, that_refers_to_a_format_that_nobody_brings_is_told) {
  const strings wanted{no_format("nope", "UI schema")};
  EXPECT_EQ(errors_of_ui(R"({"type": "Group", "format": "nope"})"), wanted);
  EXPECT_EQ(errors_of_ui(R"({"type": "Group", "options": {"format": "nope"}})"), wanted);
  EXPECT_EQ(errors_of_ui(R"({"type": "Group", "elements": [{"type": "Group", "elements": [
    {"type": "Group", "options": {"format": "nope"}}]}]})"),
            wanted);
  EXPECT_EQ(errors_of_ui(R"({"type": "Group", "options": {"detail": {"elements": [{"format": "nope"}]}}})"), wanted);
  EXPECT_EQ(errors_of_ui(R"({"type": "Group", "rule": {"effect": "HIDE", "condition": {
    "scope": "#", "schema": {"format": "nope"}}}})"),
            wanted);
  EXPECT_EQ(errors_of_ui(R"({"type": "Group", "options": {"format": "radio", "other": {"format": "nope"}}})"),
            strings{});
}

// The original lets the format of one form's file serve every other form.
TEST(a_format, of_a_forms_own_file_serves_that_form_alone) {
  written_bundle bundle;
  bundle.write("app/a.js", "").write("forms/one/ext.json", stars);
  for (const char* name : {"one", "two"})
    bundle.form(name, R"({"format": "stars", "x-renderer": "stars"})", R"({"type": "Group", "format": "stars"})");
  const tenon::form::report found = bundle.found();
  EXPECT_EQ(form_test::messages(found.errors()),
            (strings{no_format("stars"), no_renderer("stars", "x-renderer"), no_format("stars", "UI schema")}));
  for (const auto& one : found.errors()) EXPECT_TRUE(one.file.starts_with("forms/two/")) << one.file;
}
TEST(a_format, of_the_applications_file_serves_every_form) {
  for (const char* path : {"ext.json", "forms/ext.json", "app/forms/ext.json"}) {
    written_bundle bundle;
    bundle.write("app/a.js", "")
        .write(path, stars)
        .form("one", R"({"format": "stars"})")
        .form("two", R"({"format": "stars"})");
    EXPECT_EQ(bundle.errors(), strings{}) << path;
  }
}

TEST(a_name, that_is_very_long_is_cut_in_the_sentence_about_it) {
  const strings errors = errors_of_schema(R"({"format": ")" + std::string(1'000'000, 'x') + "\"}");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0], no_format(std::string(200, 'x') + "..."));
}

}  // namespace
