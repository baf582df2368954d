// What a custom application brings, found and put together.
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <string>

#include "tenon/form/discovery.hpp"
#include "tenon/json/to_text.hpp"
#include "written_bundle.hpp"

namespace {

namespace fs = std::filesystem;
using form_test::messages;
using form_test::strings;
using form_test::written_bundle;
using tenon::form::extension_metadata;
using tenon::form::get_custom_app_extensions;
using tenon::form::level;

const fs::path examples = fs::path(TENON_SOURCE_DIR) / "tests/form/bundles";
constexpr const char* nothing = R"({"definitions":{},"functions":{},"renderers":{}})";

std::string function(std::string_view key, std::string_view module) {
  return std::string(R"({"functions": {")")
      .append(key)
      .append(R"(": {"path": ")")
      .append(module)
      .append(R"(", "export": "f"}}})");
}

TEST(discovery, of_a_bundle_without_extension_files_gives_three_empty_objects) {
  written_bundle bundle;
  bundle.form("visit");
  EXPECT_EQ(get_custom_app_extensions(bundle.root(), "visit"), extension_metadata{});
  EXPECT_EQ(tenon::json::to_text(get_custom_app_extensions(bundle.root())), nothing);
  EXPECT_EQ(bundle.found().errors(), std::vector<tenon::form::bundle_finding>{});
}

TEST(discovery, never_throws_for_what_is_absent_or_bad) {
  tenon::form::report problems;
  EXPECT_EQ(get_custom_app_extensions("/nonexistent", "visit", &problems), extension_metadata{});
  EXPECT_EQ(get_custom_app_extensions("/dev/null", "visit", &problems), extension_metadata{});
  EXPECT_TRUE(problems.valid()) << "nothing is there, and that is fine";

  written_bundle bundle;
  bundle.write("forms/ext.json", "{").write("app/forms/ext.json", "null").write("forms/visit/ext.json", "[]");
  fs::create_directory(bundle.root() / "ext.json");
  EXPECT_EQ(get_custom_app_extensions(bundle.root(), "visit"), extension_metadata{});
  EXPECT_EQ(get_custom_app_extensions(bundle.root(), "visit", &problems), extension_metadata{});
  EXPECT_EQ(
      messages(problems.errors()),
      (strings{"failed to open extension file ext.json: it is no plain file",
               "invalid extension file: app/forms/ext.json: failed to parse: the file must be an object, found null",
               "invalid extension file: forms/ext.json: invalid JSON: the text ends before the JSON value does. A "
               "bracket or a quote is not closed.",
               "invalid extension file: forms/visit/ext.json: failed to parse: the file must be an object, found a "
               "list"}));
}

TEST(discovery, leaves_a_file_with_a_mistake_out_as_a_whole) {
  written_bundle bundle;
  bundle.write("ext.json", function("far", "a.js"));
  bundle.write("forms/ext.json", R"({"functions": {"good": {"name": "good"}, "bad": 5}})");
  const extension_metadata found = get_custom_app_extensions(bundle.root());
  ASSERT_EQ(found.functions.size(), 1U);
  EXPECT_TRUE(found.functions.contains("far"));
}

TEST(discovery, merges_the_form_over_the_application_by_key_and_says_who_won) {
  written_bundle bundle;
  bundle.write("ext.json", function("f", "root.js")).write("app/forms/ext.json", function("f", "app.js"));
  bundle.write("forms/ext.json", function("f", "forms.js")).write("forms/visit/ext.json", function("f", "visit.js"));
  bundle.write("forms/other/ext.json", function("g", "other.js"));

  const auto of_form = get_custom_app_extensions(bundle.root(), "visit").functions;
  ASSERT_EQ(of_form.size(), 1U);
  EXPECT_EQ(of_form.at("f").module, "visit.js");
  EXPECT_EQ(
      of_form.at("f").origin,
      (tenon::form::origin{level::form, "forms/visit/ext.json", {"ext.json", "app/forms/ext.json", "forms/ext.json"}}));

  const auto of_application = get_custom_app_extensions(bundle.root()).functions;
  EXPECT_EQ(of_application.at("f").module, "forms.js");
  EXPECT_EQ(of_application.at("f").origin,
            (tenon::form::origin{level::application, "forms/ext.json", {"ext.json", "app/forms/ext.json"}}));
}

TEST(discovery, replaces_an_entry_as_a_whole) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"functions": {"f": {"name": "f", "description": "Far.", "module": "a.js"}}})");
  bundle.write("forms/visit/ext.json", R"({"functions": {"f": {"name": "f"}}})");
  const auto found = get_custom_app_extensions(bundle.root(), "visit").functions.at("f");
  EXPECT_EQ(found.description, "");
  EXPECT_EQ(found.module, "");
}

TEST(discovery, reads_no_file_outside_of_the_bundle_whatever_a_form_is_called) {
  written_bundle bundle;
  bundle.write("inner/app/index.html", "").write("ext.json", function("f", "a.js"));
  for (const char* name : {"..", "../..", "../../", "/", "", ".", "a/b", "a\\b"})
    EXPECT_EQ(get_custom_app_extensions(bundle.root() / "inner", name), extension_metadata{}) << name;
}

// A module that is opened for reading waits for a writer for ever.
TEST(discovery, never_opens_a_module) {
  written_bundle bundle;
  bundle.write("forms/ext.json", function("f", "pipe.js"));
  ASSERT_EQ(mkfifo((bundle.root() / "pipe.js").c_str(), 0600), 0);
  EXPECT_EQ(get_custom_app_extensions(bundle.root()).functions.at("f").module, "pipe.js");
}

TEST(an_example, is_valid_without_a_warning) {
  for (const char* name : {"legacy", "version_1", "parts"}) {
    const tenon::form::report found = validate(tenon::form::folder_bundle(examples / name), {.strict = true});
    EXPECT_EQ(messages(found.errors()), strings{}) << name;
    EXPECT_EQ(messages(found.warnings()), strings{}) << name;
    EXPECT_EQ(found.info.form_count, 1U);
  }
}

TEST(both_formats, give_the_same) {
  written_bundle older, newer;
  older.write("forms/ext.json", R"({"definitions": {"d": {"type": "string"}},
    "functions": {"f": {"name": "f", "module": "/f.js", "export": "make", "returnType": "array",
                        "parameters": [{"name": "a", "type": "string", "required": true}]}},
    "renderers": {"stars": {"name": "stars", "format": "stars", "module": "s.js", "tester": "t", "renderer": "Stars",
                            "description": "Stars.", "dependencies": ["a"]}}})");
  newer.write("forms/ext.json", R"({"version": "1.0.0", "schemas": {"definitions": {"d": {"type": "string"}}},
    "functions": {"f": {"path": "f.js", "export": "make", "returnType": "array",
                        "parameters": [{"name": "a", "type": "string", "required": true}]}},
    "renderers": {"stars": {"renderer": {"path": "s.js", "export": "Stars"}, "tester": {"path": "s.js", "export": "t"},
                            "description": "Stars.", "dependencies": ["a"]}}})");
  const extension_metadata one = get_custom_app_extensions(older.root()),
                           other = get_custom_app_extensions(newer.root());
  EXPECT_EQ(one, other);
  EXPECT_EQ(one.renderers.at("stars").tester_module, "s.js");
  EXPECT_EQ(one.renderers.at("stars").tester, "t");
  EXPECT_EQ(one.functions.at("f").export_, "make");
  EXPECT_EQ(one.functions.at("f").parameters, (std::vector<tenon::form::function_parameter>{{"a", "string", true}}));
  EXPECT_EQ(one.definitions.at("d").schema.text, R"({"type":"string"})");
}

TEST(what_is_not_said, is_taken_from_the_name) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"functions": {"f": {"name": "g"}},
    "renderers": {"k": {"name": "Stars", "format": "stars", "module": "s.js"},
                  "l": {"renderer": {"path": "l.js", "export": "L"}, "tester": {"path": "t.js", "export": "t"}}}})");
  const extension_metadata found = get_custom_app_extensions(bundle.root());
  EXPECT_EQ(found.functions.at("f").export_, "g");
  EXPECT_EQ(found.renderers.at("k").renderer, "Stars");
  EXPECT_EQ(found.renderers.at("k").tester, "StarsTester");
  EXPECT_EQ(found.renderers.at("k").tester_module, "s.js");
  EXPECT_EQ(found.renderers.at("l").name, "l");
  EXPECT_EQ(found.renderers.at("l").format, "l") << "the key is the format";
  EXPECT_EQ(found.renderers.at("l").tester_module, "t.js");
}

TEST(of_two_that_claim_one_format, the_nearer_is_found) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"renderers": {"a": {"name": "A", "format": "stars", "module": "far.js"}}})");
  bundle.write("forms/visit/ext.json",
               R"({"renderers": {"b": {"name": "B", "format": "stars", "module": "near.js"}}})");
  const extension_metadata found = get_custom_app_extensions(bundle.root(), "visit");
  EXPECT_EQ(found.renderers.size(), 2U);
  ASSERT_NE(find_renderer(found, "stars"), nullptr);
  EXPECT_EQ(find_renderer(found, "stars")->module, "near.js");
  EXPECT_EQ(find_renderer(found, "moons"), nullptr);
}

TEST(metadata, as_json_says_where_each_entry_comes_from) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"definitions": {"d": {}}})");
  EXPECT_EQ(tenon::json::to_text(get_custom_app_extensions(bundle.root())),
            R"({"definitions":{"d":{"schema":{},"origin":{"level":"application","file":"forms/ext.json",)"
            R"("displaced":[]}}},"functions":{},"renderers":{}})");
}

}  // namespace
