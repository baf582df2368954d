// What is wrong with the definitions of an ext.json is told there, and once.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

strings placed_errors(written_bundle& of) {
  strings out;
  const tenon::form::report found = of.found();
  for (const auto& one : found.errors()) {
    EXPECT_FALSE(one.advice.empty()) << one.message;
    out.push_back(one.file + "#" + one.pointer + ":" + std::to_string(one.line) + ": " +
                  one.message.substr(std::string_view("invalid extension file: ").size() + one.file.size() + 2));
  }
  return out;
}
constexpr std::string_view refers = R"({"properties": {"a": {"$ref": "#/definitions/d"}}})";
// Two forms that refer to `d` of that.
struct two_that_refer : written_bundle {
  explicit two_that_refer(std::string_view extension) {
    form("one", refers).form("two", refers).write("forms/ext.json", extension);
  }
};

TEST(a_definition_of_an_extension, with_mistakes_is_told_at_its_file_and_at_no_form) {
  two_that_refer bundle(R"({"definitions": {
"d": {"type": "strin", "required": [1]},
"e": {"items": {"$ref": "http://example.org/"}}}})");
  bundle.form("three");
  EXPECT_EQ(placed_errors(bundle),
            (strings{"forms/ext.json#/definitions/d/required/0:2: definition d: 'required' is a list of names, and one "
                     "of them is a number",
                     "forms/ext.json#/definitions/d/type:2: definition d: 'type' is 'strin', which no value is of; the "
                     "nearest is 'string'",
                     "forms/ext.json#/definitions/e/items/$ref:3: definition e: a $ref leads out of the schema: "
                     "'http://example.org/'"}));
}

TEST(a_definition_of_an_extension, is_told_at_whichever_file_it_stands_in) {
  written_bundle bundle;
  bundle.form("one").form("two");
  bundle.write("app/forms/ext.json", R"({"schemas": {"definitions": {"a": {"type": 5}}}})");
  bundle.write("forms/one/ext.json", R"({"definitions": {"b": {"minimum": "x"}}})");
  EXPECT_EQ(placed_errors(bundle),
            (strings{"app/forms/ext.json#/schemas/definitions/a/type:1: definition a: 'type' is 5, and has to be the "
                     "name of a type",
                     "forms/one/ext.json#/definitions/b/minimum:1: definition b: 'minimum' is a text, and has to be a "
                     "number"}));
}

TEST(a_definition_of_an_extension, may_refer_to_what_forms_have) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"definitions": {"d": {"$ref": "#/definitions/own"}}})");
  bundle.form("one",
              R"({"properties": {"a": {"$ref": "#/definitions/d"}}, "definitions": {"own": {"type": "string"}}})");
  EXPECT_EQ(placed_errors(bundle), strings{});
  const strings told{"forms/ext.json#/definitions/d/$ref:1: definition d: a $ref leads nowhere: '#/definitions/own'"};
  bundle.form("two", refers);  // which has it not
  EXPECT_EQ(placed_errors(bundle), told);
  written_bundle alone;
  alone.write("forms/ext.json", R"({"definitions": {"d": {"$ref": "#/definitions/own"}}})").form("one");
  EXPECT_EQ(placed_errors(alone), told);
}

TEST(a_circle, of_definitions_is_told_once_wherever_forms_enter_it) {
  written_bundle bundle;
  bundle.write("forms/ext.json",
               R"({"definitions": {"e": {"$ref": "#/definitions/d"}, "d": {"$ref": "#/definitions/e"}}})");
  bundle.form("one", refers).form("two", R"({"properties": {"a": {"$ref": "#/definitions/e"}}})");
  EXPECT_EQ(
      placed_errors(bundle),
      strings{"forms/ext.json#/definitions/d/$ref:1: definition d: a $ref leads back to itself: '#/definitions/e', "
              "by way of '#/definitions/d'"});
}

// `pointer:line: message`, of what is said at extension files.
strings said_at_extensions(const std::vector<tenon::form::bundle_finding>& all) {
  strings out;
  for (const auto& one : all)
    if (one.file.ends_with("ext.json"))
      out.push_back(one.pointer + ":" + std::to_string(one.line) + ": " + one.message.substr(0, 90));
  return out;
}

TEST(a_definition_of_an_extension, that_could_have_no_answer_is_told_once_at_its_file) {
  two_that_refer bundle(R"({"definitions": {
"d": {"type": "string", "minLength": 5, "maxLength": 2},
"e": {"type": "object", "properties": {"q":
{"enum": []}}}}})");
  EXPECT_EQ(
      placed_errors(bundle),
      (strings{"forms/ext.json#/definitions/d/minLength:2: definition d: minLength is 5, more than the maxLength, 2",
               "forms/ext.json#/definitions/e/properties/q/enum:4: definition e: enum has no choices"}));
}

TEST(a_definition_of_an_extension, that_says_what_nobody_heeds_is_a_warning_at_its_file) {
  two_that_refer bundle(R"({"definitions": {
"d": {"type": "string", "maxlength": 3},
"e": {"readOnly": "x", "type": "integer"}}})");
  EXPECT_EQ(
      said_at_extensions(bundle.found().warnings()),
      (strings{"/definitions/d/maxlength:2: unknown keyword 'maxlength' in definition d; the nearest known one is "
               "'maxLength'",
               "/definitions/e/readOnly:3: 'readOnly' is a text, and only true or false is heeded there"}));
}

TEST(a_default, in_a_definition_of_an_extension_is_held_to_its_schema_and_what_that_refers_to) {
  two_that_refer bundle(R"({"definitions": {
"d": {"type": "string", "default": 5},
"e": {"properties": {"a": {"$ref": "#/definitions/few"}, "b": {"$ref": "#/definitions/own"}},
 "default": {"a": 9, "b": 1}},
"few": {"type": "integer", "maximum": 3, "default": 2}}})");
  bundle.write("forms/one/ext.json", R"({"definitions": {"own": {"$ref": "#/definitions/few", "default": 8}}})");
  const strings all = said_at_extensions(bundle.found().warnings());
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0], "/definitions/d/default:2: the default is a number, and the type is string");
  EXPECT_EQ(all[1].substr(0, 70), "/definitions/e/default/a:4: the default does not keep to its schema: T");
  EXPECT_EQ(all[2], "/definitions/own/default:1: the default does not keep to its schema: This has to be at most 3.");
}

// Ten thousand definitions, of which each form needs one.
TEST(definitions, are_read_once_for_all_forms) {
  std::string extension = R"({"definitions": {"d": {"type": "string"})";
  for (int i = 0; i < 10'000; ++i)
    extension.append(", \"d")
        .append(std::to_string(i))
        .append(R"(": {"description": ")")
        .append(100, 'x')
        .append("\"}");
  written_bundle bundle;
  bundle.write("forms/ext.json", extension.append("}}"));
  for (int i = 0; i < 400; ++i) {
    bundle.form("f" + std::to_string(i), refers);
    if (i % 2 == 0) bundle.write("forms/f" + std::to_string(i) + "/ext.json", "{}");
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(bundle.found().valid());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

}  // namespace
