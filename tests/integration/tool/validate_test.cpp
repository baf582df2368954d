// `tenon validate` and `tenon compose`, as processes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "tenon/testing/scratch_folder.hpp"
#include "tenon/testing/shell_line.hpp"

namespace {

namespace fs = std::filesystem;
const std::string good = std::string(TENON_SOURCE_DIR) + "/tests/form/bundles/version_1";

const std::string noted = R"("notes":[{"message":"renderer custom-date of this form replaces that of forms/ext.json",)"
                          R"("file":"forms/visit/ext.json","pointer":"/renderers/custom-date","line":3}])";

struct outcome {
  std::string output, errors;
  int exit_code = -1;
};

class validate : public testing::Test {
 protected:
  outcome tool(const std::string& words) {
    const std::string errors = folder.path() + "/errors";
    tenon::testing::shell_line ended("'" TENON_TOOL "' " + words + " 2>'" + errors + "'");
    outcome out{.output = std::move(ended.output), .errors = {}, .exit_code = ended.exit_code};
    std::getline(std::ifstream(errors), out.errors);
    return out;
  }

  // The good bundle, with a module gone and a format misspelt.
  std::string broken() {
    const fs::path copy = fs::path(folder.path()) / "broken";
    fs::copy(good, copy, fs::copy_options::recursive);
    fs::remove(copy / "forms/fields/villages.js");
    std::ofstream(copy / "forms/visit/schema.json") << R"({"properties":
{"name": {"format": "emial"}, "seen": {}}})";
    return copy.string();
  }

  tenon::testing::scratch_folder folder;
};

class compose : public validate {
 protected:
  outcome made_of(const std::string& bundle) {
    return tool("compose '" + bundle + "' --header '" + folder.path() + "/h' --source '" + folder.path() + "/s'");
  }
  [[nodiscard]] std::string text_of(const std::string& name) {
    std::ifstream file(folder.path() + "/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

TEST_F(validate, says_that_a_good_bundle_is_valid) {
  const outcome end = tool("validate " + good);
  EXPECT_EQ(end.exit_code, 0);
  EXPECT_EQ(end.output,
            "forms/visit/ext.json:3: note: renderer custom-date of this form replaces that of forms/ext.json\n"
            "valid: 0 errors, 0 warnings; 8 files, 1 form, 2 renderers\n");
  EXPECT_EQ(end.errors, "");
  EXPECT_EQ(tool("validate --strict --json " + good).output,
            R"({"valid":true,"errors":[],"warnings":[],)"
            R"("info":{"file_count":8,"form_count":1,"renderer_count":2,"has_app_index":true,)" +
                noted + "}}\n");
}

TEST_F(validate, notes_what_a_form_has_replaced) {
  const std::string bundle = std::string(TENON_SOURCE_DIR) + "/examples/fieldwork/bundle";
  const std::string note = "definition weather of this form replaces that of forms/ext.json";
  const outcome end = tool("validate " + bundle);
  EXPECT_EQ(end.exit_code, 0);
  EXPECT_NE(end.output.find("forms/visit/ext.json:6: note: " + note + "\nvalid: 0 errors"), std::string::npos)
      << end.output;
  EXPECT_NE(tool("validate --json " + bundle).output.find(R"("notes":[{"message":")" + note), std::string::npos);
}

TEST_F(validate, says_what_is_wrong_with_a_broken_one_where_and_what_to_do) {
  const std::string bundle = broken();
  const outcome end = tool("validate " + bundle);
  EXPECT_EQ(end.exit_code, 1);
  EXPECT_EQ(
      end.output,
      "forms/visit/schema.json:2: error: missing renderer reference: schema property references renderer with format "
      "'emial' but no extension renderer is defined for this format\n"
      "    The nearest known one is 'email'. Bring a renderer for it in forms/ext.json, or in the ext.json of this "
      "form.\n"
      "forms/visit/ui.json:5: error: unusable form element: the scope '#/properties/seen_on' leads nowhere\n"
      "    Let it lead to a property of the schema.\n"
      "forms/ext.json:12: warning: missing extension module: extension module 'fields/villages.js' not found in "
      "bundle\n"
      "    It is looked for from the bundle's root, then under forms/, then under app/: add it there.\n"
      "forms/visit/ext.json:3: note: renderer custom-date of this form replaces that of forms/ext.json\n"
      "not valid: 2 errors, 1 warning; 7 files, 1 form, 2 renderers\n");
}

TEST_F(validate, says_it_as_json_too) {
  const outcome end = tool("validate --json " + broken());
  EXPECT_EQ(end.exit_code, 1);
  EXPECT_EQ(
      end.output,
      R"({"valid":false,"errors":[{"message":"missing renderer reference: schema property references renderer with )"
      R"(format 'emial' but no extension renderer is defined for this format","file":"forms/visit/schema.json",)"
      R"("pointer":"/properties/name/format","line":2},{"message":"unusable form element: the scope )"
      R"('#/properties/seen_on' leads nowhere","file":"forms/visit/ui.json","pointer":"/elements/1/scope","line":5}],)"
      R"("warnings":[{"message":"missing extension module: extension )"
      R"(module 'fields/villages.js' not found in bundle","file":"forms/ext.json",)"
      R"("pointer":"/functions/villages_of/path","line":12}],)"
      R"("info":{"file_count":7,"form_count":1,"renderer_count":2,"has_app_index":true,)" +
          noted + "}}\n");
}

TEST_F(validate, takes_a_missing_script_for_an_error_where_it_is_strict) {
  const std::string bundle = broken();
  fs::copy_file(good + "/forms/visit/schema.json", bundle + "/forms/visit/schema.json",
                fs::copy_options::overwrite_existing);
  EXPECT_EQ(tool("validate " + bundle).exit_code, 0);
  EXPECT_EQ(tool("validate --strict " + bundle).exit_code, 1);
}

TEST_F(validate, says_what_it_cannot_read) {
  const outcome absent = tool("validate /nonexistent");
  EXPECT_EQ(absent.exit_code, 2);
  EXPECT_EQ(absent.errors, "tenon: /nonexistent: failed to open bundle: No such file or directory");
  std::ofstream(folder.path() + "/text.zip") << "this is a text";
  const outcome text = tool("validate --json " + folder.path() + "/text.zip");
  EXPECT_EQ(text.exit_code, 2);
  EXPECT_TRUE(text.output.starts_with(R"({"valid":false,"errors":[{"message":"failed to open bundle: )"))
      << text.output;
}

TEST_F(validate, takes_one_bundle_and_nothing_that_it_does_not_know) {
  for (const char* words : {"", "validate", "validate a b", "validate --strickt a", "valdate a"}) {
    const outcome end = tool(words);
    EXPECT_EQ(end.exit_code, 2) << words;
    EXPECT_TRUE(end.errors.starts_with("tenon: ")) << end.errors;
    EXPECT_EQ(end.output, "");
  }
  const outcome help = tool("validate --help");
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_NE(help.output.find("--strict"), std::string::npos);
}

TEST_F(compose, writes_what_a_program_is_compiled_with) {
  const outcome end = made_of(good);
  EXPECT_EQ(end.exit_code, 0) << end.errors;
  EXPECT_EQ(end.output + end.errors, "");
  const std::string header = text_of("h"), source = text_of("s");
  EXPECT_NE(header.find("{\"forms/ext.json\", {tenon_bundle_"), std::string::npos) << header;
  EXPECT_NE(header.find("{\"custom-date\", \"forms/ext.json\"}"), std::string::npos) << header;
  EXPECT_NE(source.find(".incbin \"" + good + "/forms/ext.json\""), std::string::npos) << source;
}

TEST_F(compose, writes_nothing_of_a_bundle_with_errors_and_says_them) {
  const outcome end = made_of(broken());
  EXPECT_EQ(end.exit_code, 1);
  EXPECT_TRUE(end.errors.starts_with("forms/visit/schema.json:2: error: missing renderer reference")) << end.errors;
  EXPECT_FALSE(fs::exists(folder.path() + "/h") || fs::exists(folder.path() + "/s"));
}

TEST_F(compose, takes_a_folder_and_says_where_it_cannot_write) {
  std::ofstream(folder.path() + "/text.zip") << "this is a text";
  const outcome packed = made_of(folder.path() + "/text.zip");
  EXPECT_EQ(packed.exit_code, 2);
  EXPECT_NE(packed.errors.find("is no folder"), std::string::npos) << packed.errors;
  const outcome nowhere = tool("compose " + good + " --header /nonexistent/h --source /nonexistent/s");
  EXPECT_EQ(nowhere.exit_code, 2);
  EXPECT_NE(nowhere.errors.find("/nonexistent/h cannot be written"), std::string::npos) << nowhere.errors;
}

}  // namespace
