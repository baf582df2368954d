// Modules that an ext.json names, and whether they are there.
#include <gtest/gtest.h>

#include <string>

#include "written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

// A bundle whose only function lies in that module.
void name(written_bundle& bundle, std::string_view module) {
  bundle.write("forms/ext.json", std::string(R"({"functions": {"f": {"export": "f",
    "path": ")")
                                     .append(module)
                                     .append("\"}}}"));
}

TEST(a_module, is_looked_for_at_the_root_then_under_forms_then_under_app) {
  for (const char* there : {"fields/a.js", "forms/fields/a.js", "app/fields/a.js"}) {
    written_bundle bundle;
    bundle.write(there, "");
    name(bundle, "fields/a.js");
    EXPECT_EQ(bundle.errors({.strict = true}), strings{}) << there;
    EXPECT_EQ(bundle.warnings({.strict = true}), strings{}) << there;
  }
}

// The original says nothing of these at all.
TEST(a_module, that_is_missing_and_called_like_a_script_is_a_warning_and_an_error_where_it_is_strict) {
  for (const char* ending : {".js", ".mjs", ".jsx", ".ts", ".tsx"}) {
    written_bundle bundle;
    name(bundle, std::string("fields/a") + ending);
    const strings missing{std::string("missing extension module: extension module 'fields/a")
                              .append(ending)
                              .append("' not found in bundle")};
    EXPECT_EQ(bundle.errors(), strings{});
    EXPECT_EQ(bundle.warnings(), missing);
    EXPECT_EQ(bundle.errors({.strict = true}), missing);
    EXPECT_EQ(bundle.warnings({.strict = true}), strings{});
    const tenon::form::report found = bundle.found();
    EXPECT_EQ(found.warnings()[0].pointer, "/functions/f/path");
    EXPECT_EQ(found.warnings()[0].line, 2U);
  }
}

// For browsers, which run nothing but scripts.
TEST(a_module, may_have_what_it_was_built_to_beside_it_or_instead_of_it) {
  for (const bool is_there : {true, false}) {
    written_bundle bundle;
    if (is_there) bundle.write("renderers/a/field.tsx", "");
    bundle.write("renderers/a/field.tsx.js", "");
    name(bundle, "renderers/a/field.tsx");
    EXPECT_EQ(bundle.errors({.strict = true}), strings{}) << is_there;
    EXPECT_EQ(bundle.warnings({.strict = true}), strings{}) << is_there;
  }
}

TEST(a_module, that_is_missing_and_called_otherwise_is_an_error) {
  written_bundle bundle;
  name(bundle, "fields/a");
  EXPECT_EQ(bundle.errors(), strings{"missing extension module: extension module 'fields/a' not found in bundle and "
                                     "does not appear to be a valid module path"});
}

// The original takes any file whose path ends so.
TEST(a_module, is_not_another_file_whose_name_ends_like_it) {
  written_bundle bundle;
  bundle.write("app/barfoo.js", "").write("app/deep/foo.js", "");
  name(bundle, "foo.js");
  EXPECT_EQ(bundle.errors({.strict = true}),
            strings{"missing extension module: extension module 'foo.js' not found in bundle"});
}

TEST(a_module, is_a_file_and_no_folder) {
  written_bundle bundle;
  bundle.write("app/fields/a.js", "");
  name(bundle, "fields");
  EXPECT_EQ(bundle.errors().size(), 1U);
}

TEST(a_module, of_a_tester_is_looked_for_too) {
  written_bundle bundle;
  bundle.write("app/a.js", "").write("forms/ext.json", R"({"renderers": {"k": {
    "renderer": {"path": "/a.js", "export": "A"}, "tester": {"path": "t.js", "export": "t"}}}})");
  EXPECT_EQ(bundle.errors({.strict = true}),
            strings{"missing extension module: extension module 't.js' not found in bundle"});
}

}  // namespace
