// Which files a bundle may have, and where.
#include <gtest/gtest.h>

#include "written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

TEST(a_bundle, of_a_page_and_a_form_is_valid) {
  written_bundle bundle;
  bundle.form("visit").write("renderers/stars/renderer.jsx", "");
  const tenon::form::report found = bundle.found();
  EXPECT_TRUE(found.valid());
  EXPECT_TRUE(found.warnings().empty());
  EXPECT_EQ(found.info, (tenon::form::bundle_info{4, 1, 1, true}));
}

TEST(a_bundle, has_nothing_at_its_top_but_three_folders) {
  written_bundle bundle;
  bundle.write("assets/a.png", "").write("assets/b.png", "").write("README.md", "");
  EXPECT_EQ(bundle.errors(), (strings{"invalid app bundle structure: unexpected top-level directory 'README.md'",
                                      "invalid app bundle structure: unexpected top-level directory 'assets'"}));
}

TEST(a_bundle, needs_a_page_to_begin_with) {
  written_bundle bundle;
  std::filesystem::remove(bundle.root() / "app/index.html");
  const tenon::form::report found = bundle.found();
  ASSERT_EQ(found.errors().size(), 1U);
  EXPECT_EQ(found.errors()[0].message, "missing app/index.html");
  EXPECT_EQ(found.errors()[0].file, "app/index.html");
  EXPECT_FALSE(found.info.has_app_index);
}

TEST(a_bundle, has_two_files_in_each_form_and_no_others) {
  written_bundle bundle;
  bundle.form("visit").write("forms/visit/notes.txt", "").write("forms/loose.json", "{}");
  bundle.write("forms/visit/deep/schema.json", "{}");
  EXPECT_EQ(bundle.errors(), (strings{"invalid form structure: invalid form file path: forms/loose.json",
                                      "invalid form structure: invalid form file path: forms/visit/deep/schema.json",
                                      "invalid form structure: invalid form file path: forms/visit/notes.txt"}));
}

TEST(a_form, without_one_of_its_files_is_not_complete) {
  written_bundle bundle;
  bundle.write("forms/a/schema.json", "{}").write("forms/b/ui.json", "{}").write("forms/c/ext.json", "{}");
  std::filesystem::create_directories(bundle.root() / "forms/d");
  const tenon::form::report found = bundle.found();
  strings wanted, advice;
  for (const char* name : {"a", "b", "c", "d"})
    wanted.push_back(std::string("invalid form structure: form '")
                         .append(name)
                         .append("' is missing required files (schema.json or ui.json)"));
  EXPECT_EQ(form_test::messages(found.errors()), wanted);
  for (const auto& one : found.errors()) advice.push_back(one.advice);
  EXPECT_EQ(advice, (strings{"Add ui.json.", "Add schema.json.", "Add both.", "Add both."}));
  EXPECT_EQ(found.errors()[0].file, "forms/a");
}

TEST(a_renderer, has_one_file_in_a_folder_of_its_own) {
  written_bundle bundle;
  bundle.write("renderers/stars/Renderer.jsx", "").write("renderers/loose.jsx", "");
  bundle.write("renderers/good/renderer.jsx", "");
  EXPECT_EQ(bundle.errors(), (strings{"invalid renderer structure: invalid renderer file path: renderers/loose.jsx "
                                      "(expected renderers/{name}/renderer.jsx)",
                                      "invalid renderer structure: invalid renderer file path: "
                                      "renderers/stars/Renderer.jsx (expected renderers/{name}/renderer.jsx)"}));
  EXPECT_EQ(bundle.found().info.renderer_count, 1U);
}

TEST(renderers, are_counted_by_their_folders_and_by_every_ext_json_and_once_where_they_have_both) {
  written_bundle bundle;
  bundle.write("renderers/stars/renderer.jsx", "");
  bundle.write("forms/ext.json", R"({"renderers": {
    "stars": {"renderer": {"path": "stars.js", "export": "Stars"}},
    "moons": {"renderer": {"path": "moons.js", "export": "Moons"}}}})");
  bundle.write("forms/visit/ext.json",
               R"({"renderers": {"suns": {"renderer": {"path": "suns.js", "export": "Suns"}}}})");
  EXPECT_EQ(bundle.found().info.renderer_count, 3U);
}

// The original refuses it at the very places where its description wants it.
TEST(an_extension_file, is_allowed_at_each_of_its_four_places) {
  written_bundle bundle;
  bundle.form("visit");
  for (const char* path : {"ext.json", "app/forms/ext.json", "forms/ext.json", "forms/visit/ext.json"})
    bundle.write(path, "{}");
  const tenon::form::report found = bundle.found();
  EXPECT_EQ(form_test::messages(found.errors()), strings{});
  EXPECT_EQ(form_test::messages(found.warnings()), strings{});
}

TEST(an_extension_file, elsewhere_is_judged_all_the_same_and_told_to_be_unread) {
  written_bundle bundle;
  bundle.write("app/deep/ext.json", "[]").write("elsewhere/ext.json", R"({"renderers": {"stars": {"renderer":
      {"path": "app/index.html", "export": "Stars"}}}})");
  bundle.form("visit", R"({"format": "stars"})");
  EXPECT_EQ(bundle.errors(),
            (strings{"invalid extension file: app/deep/ext.json: failed to parse: the file must be an object, found a "
                     "list",
                     "missing renderer reference: schema property references renderer with format 'stars' but no "
                     "extension renderer is defined for this format"}));
  EXPECT_EQ(bundle.warnings(), (strings{"invalid extension file: app/deep/ext.json: nobody reads it here",
                                        "invalid extension file: elsewhere/ext.json: nobody reads it here"}));
}

TEST(a_module, that_an_extension_file_names_is_allowed_where_it_lies) {
  written_bundle bundle;
  bundle.write("forms/ext.json", R"({"functions": {
    "a": {"path": "lib/deep/a.js", "export": "a"},
    "b": {"path": "forms/fields/b.js", "export": "b"},
    "c": {"path": "renderers/loose.js", "export": "c"},
    "d": {"path": "index.html", "export": "d"}}})");
  for (const char* path : {"lib/deep/a.js", "forms/fields/b.js", "renderers/loose.js"}) bundle.write(path, "");
  EXPECT_EQ(bundle.errors(), strings{});
  EXPECT_EQ(bundle.found().info.form_count, 0U) << "a folder of modules is no form";
  bundle.write("lib/other.js", "").write("forms/fields/other.js", "");
  EXPECT_EQ(bundle.errors(),
            (strings{"invalid app bundle structure: unexpected top-level directory 'lib'",
                     "invalid form structure: invalid form file path: forms/fields/other.js",
                     "invalid form structure: form 'fields' is missing required files (schema.json or ui.json)"}));
}

TEST(an_extension_file, that_is_no_json_is_told_first_and_nothing_that_only_follows_from_it) {
  constexpr std::string_view good =
      R"({"renderers": {"moon": {"format": "moon", "renderer": {"path": "m/moon.js", "export": "M"}}}})";
  written_bundle bundle;
  bundle.form("visit", R"({"properties": {"a": {"type": "string", "format": "moon"}}})");
  bundle.write("forms/m/moon.js", "")
      .write("lib/stars.mjs", "")
      .write("renderers/r/x.js", "")
      .write("forms/ext.json", good);
  const strings all = bundle.errors();
  EXPECT_FALSE(all.empty()) << "some of them are nobody's";
  bundle.write("forms/ext.json", std::string(good.substr(0, good.size() - 1)).append(",}"));
  const strings one = bundle.errors();
  ASSERT_EQ(one.size(), 1U);
  EXPECT_TRUE(one[0].starts_with("invalid extension file: forms/ext.json: invalid JSON: ")) << one[0];
  bundle.write("forms/m/notes.txt", "");
  const strings more = bundle.errors();
  ASSERT_EQ(more.size(), 3U);
  EXPECT_EQ(more[0], one[0]) << "what is wrong by itself stands behind it";
  EXPECT_EQ(more[1], "invalid form structure: invalid form file path: forms/m/notes.txt");
}

TEST(an_extension_file, of_one_form_that_is_no_json_hides_nothing_of_another_form) {
  written_bundle bundle;
  constexpr std::string_view moon = R"({"properties": {"a": {"type": "string", "format": "moon"}}})";
  bundle.form("a", moon).form("b", moon).write("forms/a/ext.json", "{,}");
  const strings found = bundle.errors();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].starts_with("invalid extension file: forms/a/ext.json: invalid JSON: ")) << found[0];
  EXPECT_TRUE(found[1].starts_with("missing renderer reference: ")) << found[1];
}

TEST(findings, are_all_there_and_always_in_the_same_order) {
  written_bundle bundle;
  bundle.write("z", "").write("a", "").write("renderers/r", "").write("forms/f", "");
  bundle.write("forms/b/schema.json", "{").write("forms/a/schema.json", R"({"format": "nope"})");
  bundle.write("forms/ext.json", R"({"functions": {"z": 1, "a": 2}})");
  const strings first = bundle.errors();
  ASSERT_EQ(first.size(), 10U);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(bundle.errors(), first);
  const strings beginnings{"invalid app bundle structure: unexpected top-level directory 'a'",
                           "invalid app bundle structure: unexpected top-level directory 'z'",
                           "invalid JSON in form schema forms/b/schema.json: invalid JSON: ",
                           "invalid form structure: invalid form file path: forms/f",
                           "invalid renderer structure: invalid renderer file path: renderers/r",
                           "invalid form structure: form 'a'",
                           "invalid form structure: form 'b'",
                           "invalid extension file: forms/ext.json: function z",
                           "invalid extension file: forms/ext.json: function a",
                           "missing renderer reference: "};
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_TRUE(first[i].starts_with(beginnings[i])) << first[i];
}

}  // namespace
