// Keys, names and formats that two entries want for themselves.
#include <gtest/gtest.h>

#include <string>

#include "written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

// {"renderers": {key: ...}} for a format.
std::string renderers(std::string_view key, std::string_view format) {
  return std::string(R"({"renderers": {")")
      .append(key)
      .append(R"(": {"format": ")")
      .append(format)
      .append(R"(", "renderer": {"path": "index.html", "export": "A"}}}})");
}

TEST(a_key, that_two_files_of_the_application_say_is_an_error) {
  written_bundle bundle;
  const char* text = R"({"definitions": {"d": {}}, "functions": {"f": {"name": "f"}}})";
  bundle.write("forms/ext.json", text).write("ext.json", text);
  EXPECT_EQ(bundle.errors(),
            (strings{"invalid extension file: forms/ext.json: definition d is claimed at the same level by ext.json",
                     "invalid extension file: forms/ext.json: function f is claimed at the same level by ext.json"}));
  EXPECT_EQ(bundle.found().errors()[0].pointer, "/definitions/d");
}

TEST(a_key, that_a_form_says_again_replaces_that_of_the_application_which_is_noted_and_no_warning) {
  written_bundle bundle;
  bundle.form("visit")
      .write("forms/ext.json", renderers("k", "stars"))
      .write("forms/visit/ext.json", "\n" + renderers("k", "stars"));
  EXPECT_EQ(bundle.errors(), strings{});
  EXPECT_EQ(bundle.warnings(), strings{});
  const tenon::form::report found = bundle.found();
  ASSERT_EQ(form_test::messages(found.notes()), strings{"renderer k of this form replaces that of forms/ext.json"});
  EXPECT_EQ(found.notes()[0].file, "forms/visit/ext.json");
  EXPECT_EQ(found.notes()[0].pointer, "/renderers/k");
  EXPECT_EQ(found.notes()[0].line, 2U);
}

TEST(a_key, that_forms_alone_say_replaces_nothing) {
  written_bundle bundle;
  for (const char* form : {"visit", "well"})
    bundle.form(form).write(std::string("forms/") + form + "/ext.json", renderers("k", "stars"));
  EXPECT_EQ(form_test::messages(bundle.found().notes()), strings{});
}

TEST(a_definition, that_one_file_says_in_both_its_places_is_an_error) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"definitions": {"d": {}}, "schemas": {"definitions": {"d": {}}}})");
  EXPECT_EQ(bundle.errors(), strings{"invalid extension file: forms/ext.json: definition d is claimed at the same "
                                     "level by forms/ext.json"});
}

TEST(a_format, that_two_keys_of_one_level_claim_is_an_error) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"renderers": {
    "a": {"format": "stars", "renderer": {"path": "index.html", "export": "A"}},
    "b": {"format": "stars", "renderer": {"path": "index.html", "export": "B"}}}})");
  const tenon::form::report found = bundle.found();
  EXPECT_EQ(form_test::messages(found.errors()),
            strings{"invalid extension file: forms/ext.json: format stars is "
                    "claimed at the same level by forms/ext.json under the key a"});
  EXPECT_EQ(found.errors()[0].pointer, "/renderers/b");
  EXPECT_EQ(found.errors()[0].line, 3U);
}
TEST(a_format, that_two_forms_claim_is_none_of_each_others_business) {
  written_bundle bundle;
  bundle.form("a")
      .form("b")
      .write("forms/a/ext.json", renderers("k", "stars"))
      .write("forms/b/ext.json", renderers("l", "stars"));
  EXPECT_EQ(bundle.errors(), strings{});
  EXPECT_EQ(bundle.warnings(), strings{});
}
TEST(a_format, that_two_levels_claim_under_different_keys_is_a_warning) {
  written_bundle bundle;
  bundle.form("visit")
      .write("forms/ext.json", renderers("far", "stars"))
      .write("forms/visit/ext.json", renderers("near", "stars"));
  EXPECT_EQ(bundle.errors(), strings{});
  EXPECT_EQ(bundle.warnings(), strings{"invalid extension file: forms/visit/ext.json: format stars is claimed by "
                                       "forms/ext.json under the key far too; this one wins"});
}

// In the original the later of two functions of one name wins, and nobody says so.
TEST(a_functions_name, is_claimed_as_a_format_is) {
  written_bundle bundle;
  bundle.form("visit").write("forms/ext.json", R"({"functions": {"a": {"name": "f"}, "b": {"name": "f"}}})");
  bundle.write("forms/visit/ext.json", R"({"functions": {"c": {"name": "f"}}})");
  EXPECT_EQ(bundle.errors(), strings{"invalid extension file: forms/ext.json: function name f is claimed at the same "
                                     "level by forms/ext.json under the key a"});
  EXPECT_EQ(bundle.warnings(), strings{"invalid extension file: forms/visit/ext.json: function name f is claimed by "
                                       "forms/ext.json under the key a too; this one wins"});
}

}  // namespace
