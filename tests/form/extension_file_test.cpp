// One ext.json, judged by itself.
#include <gtest/gtest.h>

#include <string>

#include "tenon/form/extension_file.hpp"
#include "tenon/word/framework.hpp"
#include "written_bundle.hpp"

namespace {

using form_test::messages;
using form_test::strings;
using tenon::form::report;

report judged(std::string_view text) {
  report found;
  static_cast<void>(tenon::form::read_extension_file("forms/ext.json", text, found));
  return found;
}
strings errors(std::string_view text) { return messages(judged(text).errors()); }
strings warnings(std::string_view text) { return messages(judged(text).warnings()); }
std::string file(std::string_view behind) {
  return std::string("invalid extension file: forms/ext.json: ").append(behind);
}
std::string renderer(std::string_view behind) {
  return std::string("invalid extension renderer: forms/ext.json: ").append(behind);
}
// The errors about one renderer or function that is called k.
strings of_renderer(std::string_view text) {
  return errors(std::string(R"({"renderers": {"k": )").append(text).append("}}"));
}
strings of_function(std::string_view text) {
  return errors(std::string(R"({"functions": {"k": )").append(text).append("}}"));
}

TEST(extension_file, that_is_no_json_is_told_with_its_line) {
  const report found = judged("{\n  \"functions\": {},\n}");
  ASSERT_EQ(found.errors().size(), 1U);
  EXPECT_EQ(found.errors()[0].message,
            file("invalid JSON: this is not JSON: \"}\" cannot stand here. The comma before it may be one too many."));
  EXPECT_EQ(found.errors()[0].file, "forms/ext.json");
  EXPECT_EQ(found.errors()[0].line, 3U);
}

// The original decodes one value and looks no further.
TEST(extension_file, with_something_behind_its_value_is_refused) {
  EXPECT_EQ(errors("{} {}"), strings{file("invalid JSON: something stands behind the JSON value. Remove it.")});
}
TEST(extension_file, with_a_key_twice_in_one_object_is_refused) {
  const report found = judged("{\"renderers\": {},\n \"renderers\": {}, \"functions\": {\"a\": 1,\n \"a\": 2}}");
  EXPECT_EQ(messages(found.errors()),
            (strings{file("invalid JSON: the key \"renderers\" stands twice in this object. Keep one of them."),
                     file("invalid JSON: the key \"a\" stands twice in this object. Keep one of them.")}));
  EXPECT_EQ(found.errors()[1].pointer, "/functions/a");
  EXPECT_EQ(found.errors()[1].line, 3U);
}
TEST(extension_file, that_is_too_deep_too_large_or_not_utf_8_is_refused) {
  EXPECT_EQ(errors(std::string(5'000, '[')),
            strings{file("invalid JSON: brackets are nested more than 64 deep. Nest them less.")});
  EXPECT_EQ(errors(std::string(std::size_t{5} << 20U, ' ')),
            strings{file("invalid JSON: the text has 5242880 bytes, at most 4194304 are allowed.")});
  ASSERT_EQ(errors("{\"\xff\": 1}").size(), 1U);
}

TEST(extension_file, is_an_object_of_objects) {
  EXPECT_EQ(errors("null"), strings{file("failed to parse: the file must be an object, found null")});
  EXPECT_EQ(errors("[]"), strings{file("failed to parse: the file must be an object, found a list")});
  EXPECT_EQ(errors(R"({"definitions": 1, "schemas": [], "functions": [], "renderers": null})"),
            (strings{file("failed to parse: definitions must be an object, found a number"),
                     file("failed to parse: schemas must be an object, found a list"),
                     file("failed to parse: functions must be an object, found a list"),
                     file("failed to parse: renderers must be an object, found null")}));
}

TEST(a_finding, has_the_pointer_and_the_line_of_what_it_is_about) {
  const report found = judged("{\n\"functions\": {\n\"a/b\": {\"name\": \"x\",\n\"description\": 5}}}");
  ASSERT_EQ(found.errors().size(), 1U);
  EXPECT_EQ(found.errors()[0].message, file("function a/b: 'description' must be a text, found a number"));
  EXPECT_EQ(found.errors()[0].pointer, "/functions/a~1b/description");
  EXPECT_EQ(found.errors()[0].line, 4U);
  EXPECT_EQ(found.errors()[0].advice, "Write a text there.");
}

TEST(a_definition, is_a_json_schema) {
  EXPECT_EQ(errors(R"({"definitions": {"a": {}, "b": true}, "schemas": {"definitions": {"c": {}}}})"), strings{});
  EXPECT_EQ(errors(R"({"definitions": {"k": "text"}})"),
            strings{file("definition k must be a JSON Schema, found a text")});
}

TEST(a_function, of_either_format_is_accepted) {
  EXPECT_EQ(of_function(R"({"name": "f"})"), strings{});
  EXPECT_EQ(of_function(R"({"name": "f", "module": "f.js", "export": "g"})"), strings{});
  EXPECT_EQ(of_function(R"({"path": "f.js", "export": "f"})"), strings{});
}
TEST(a_function, that_is_wrong_is_told) {
  const std::string neither =
      file("function k must have either 'path' and 'export' (v1 format) or 'name' (legacy format)");
  EXPECT_EQ(of_function("5"), strings{file("function k must be an object")});
  EXPECT_EQ(of_function("{}"), strings{neither});
  EXPECT_EQ(of_function(R"({"export": "f"})"), strings{neither});
  for (const char* text : {R"({"name": ""})", R"({"name": 5})", R"({"module": "f.js"})"})
    EXPECT_EQ(of_function(text), strings{file("function k missing or invalid 'name' field")}) << text;
  for (const char* text : {R"({"path": "f.js"})", R"({"path": "f.js", "export": ""})", R"({"name": "f", "export": 5})"})
    EXPECT_EQ(of_function(text), strings{file("function k missing or invalid 'export' field")}) << text;
  EXPECT_EQ(of_function(R"({"path": "", "export": "f"})"), strings{file("function k missing or invalid 'path' field")});
  EXPECT_EQ(of_function(R"({"name": "f", "module": 5, "returnType": []})"),
            (strings{file("function k: 'module' must be a text, found a number"),
                     file("function k: 'returnType' must be a text, found a list")}));
}
TEST(a_parameter, is_an_object_with_a_name) {
  EXPECT_EQ(of_function(R"({"name": "f", "parameters": [{"name": "a", "type": "string", "required": true}]})"),
            strings{});
  EXPECT_EQ(of_function(R"({"name": "f", "parameters": {}})"),
            strings{file("function k: 'parameters' must be a list of objects")});
  EXPECT_EQ(of_function(R"({"name": "f", "parameters": [5, {"name": "a", "required": 1, "type": 2}, {}]})"),
            (strings{file("function k: parameter 0 must be an object with a 'name'"),
                     file("function k: parameter 1: 'type' must be a text, found a number"),
                     file("function k: parameter 1: 'required' must be true or false, found a number"),
                     file("function k: parameter 2 must be an object with a 'name'")}));
}

// A later version of the original refuses the texts, and with them what its description shows.
TEST(a_renderer, of_the_older_format_names_tester_and_renderer_by_texts) {
  EXPECT_EQ(of_renderer(R"({"name": "A", "format": "a", "module": "a.js", "tester": "t", "renderer": "r"})"),
            strings{});
}
TEST(a_renderer, of_version_1_names_them_by_module_and_export) {
  EXPECT_EQ(of_renderer(R"({"renderer": {"path": "a.js", "export": "A"}, "tester": {"path": "a.js", "export": "t"}})"),
            strings{});
}
TEST(a_renderer, of_the_older_format_needs_three_texts) {
  EXPECT_EQ(of_renderer(R"({"format": "", "module": ""})"),
            (strings{renderer("renderer k missing 'name' field"), renderer("renderer k missing 'format' field"),
                     renderer("renderer k missing 'module' field")}));
  EXPECT_EQ(of_renderer(R"({"module": "a.js", "tester": {"path": "a.js", "export": "t"}})"),
            (strings{renderer("renderer k missing 'name' field"), renderer("renderer k missing 'format' field")}));
  EXPECT_EQ(of_renderer(R"({"name": "A", "format": "a"})"), strings{renderer("renderer k missing 'module' field")});
}
TEST(a_renderer, of_version_1_needs_both_parts_of_what_it_names) {
  EXPECT_EQ(
      of_renderer(R"({"renderer": {}, "tester": {"path": ""}})"),
      (strings{
          renderer("renderer k missing 'renderer.path' field"), renderer("renderer k missing 'renderer.export' field"),
          renderer("renderer k missing 'tester.path' field"), renderer("renderer k missing 'tester.export' field")}));
}
TEST(a_renderer, of_neither_format_is_told) {
  const std::string neither =
      renderer("renderer k must have either 'renderer' object (v1 format) or 'module' string (legacy format)");
  EXPECT_EQ(of_renderer("{}"), strings{neither});
  EXPECT_EQ(of_renderer(R"({"format": "a", "tester": {"path": "a.js", "export": "t"}})"), strings{neither});
}
TEST(a_renderer, with_a_wrong_type_is_told_once) {
  EXPECT_EQ(of_renderer("[]"), strings{file("invalid renderer k: expected an object, found a list")});
  EXPECT_EQ(of_renderer(R"({"name": 5, "format": "a", "module": "a.js", "tester": true, "dependencies": [1]})"),
            (strings{file("invalid renderer k: 'name' must be a text, found a number"),
                     file("invalid renderer k: 'dependencies' must be a list of texts"),
                     file("invalid renderer k: 'tester' must be a text, found true or false")}));
}

TEST(a_module, may_not_leave_the_bundle) {
  for (const char* path : {"../a.js", "lib/../../a.js", "//host/a.js", "C:/a.js", "lib\\\\a.js", "https://host/a.js"})
    EXPECT_EQ(of_function(std::string(R"({"export": "f", "path": ")").append(path).append("\"}")).size(), 1U) << path;
  EXPECT_EQ(of_function(R"({"path": "../a.js", "export": "f"})"),
            strings{file("module '../a.js' leads out of the bundle")});
  EXPECT_EQ(of_function(R"({"path": "/lib/../a.js", "export": "f"})"), strings{});
}

TEST(a_version, is_three_numbers) {
  EXPECT_EQ(errors(R"({"version": "1.2.3-beta.1+5"})"), strings{});
  EXPECT_EQ(errors(R"({"version": "1.2"})"), strings{file("version '1.2' is not a semantic version")});
  EXPECT_EQ(errors(R"({"version": 1})"), strings{file("failed to parse: 'version' must be a text, found a number")});
}
TEST(a_range_of_hosts, holds_this_one) {
  EXPECT_EQ(errors(R"({"requires": "0.x.x"})"), strings{});
  EXPECT_EQ(errors(R"({"requires": "0.0.1 - 0.x.x"})"), strings{});
  EXPECT_EQ(errors(R"({"requires": ">=1"})"), strings{file("requires '>=1' is not a range of versions")});
  EXPECT_EQ(errors(R"({"requires": "0.1.0 - 0.0.9"})"),
            strings{file("requires '0.1.0 - 0.0.9' ends before it begins")});
  EXPECT_EQ(errors(R"({"requires": "9.x.x"})"),
            strings{file("requires tenon 9.x.x, and this is ").append(tenon::framework_version)});
}

TEST(an_unknown_key, is_a_warning_with_the_nearest_known_one) {
  const report found = judged(R"({"rendrers": {}, "functions": {"f": {"name": "f", "modul": "", "parameters":
    [{"name": "a", "typ": "b"}]}}, "schemas": {"zzz": 1},
    "renderers": {"k": {"fromat": "a", "renderer": {"path": "a.js", "export": "A", "exports": "B"}}}})");
  EXPECT_TRUE(found.valid());
  EXPECT_EQ(messages(found.warnings()),
            (strings{file("unknown key 'rendrers' in the file; the nearest known one is 'renderers'"),
                     file("unknown key 'zzz' in schemas"),
                     file("unknown key 'modul' in function f; the nearest known one is 'module'"),
                     file("unknown key 'typ' in function f: parameter 0; the nearest known one is 'type'"),
                     file("unknown key 'fromat' in renderer k; the nearest known one is 'format'"),
                     file("unknown key 'exports' in renderer of renderer k; the nearest known one is 'export'")}));
  EXPECT_EQ(found.warnings()[2].pointer, "/functions/f/modul");
  EXPECT_EQ(warnings(R"({"$schema": "a", "$comment": "b", "version": "1.0.0"})"), strings{});
}

TEST(an_entry, that_is_wrong_leaves_the_others_to_be_judged) {
  report found;
  const tenon::form::extension_file read = tenon::form::read_extension_file("forms/a/ext.json", R"({
    "functions": {"bad": 5, "good": {"name": "good"}}})",
                                                                            found);
  EXPECT_FALSE(read.is_good);
  EXPECT_EQ(read.says.functions.size(), 1U);
  EXPECT_EQ(read.says.functions.at("good").origin.level, tenon::form::level::form);
}

}  // namespace
