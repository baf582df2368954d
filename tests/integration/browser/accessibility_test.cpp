// The pages by the rules of axe-core, which comes from npm: this is built where it is there (docs/testing.md).
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "browser.hpp"
#include "form_server.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

std::string axe_core() {
  std::ifstream file(TENON_AXE_CORE);
  return {std::istreambuf_iterator<char>(file), {}};
}

class accessibility : public testing::Test {
 protected:
  // Each rule that the page breaks, with the elements that do; on a desk and on a phone, light and dark.
  void expect_none_broken(std::string_view page) {
    for (const int pixels : {1000, 360}) {
      for (const bool is_dark : {false, true}) {
        chromium_.be_wide(pixels);
        chromium_.be_dark(is_dark);
        const boost::json::value found = what_axe_finds();
        EXPECT_GT(found.at("looked").to_number<int>(), 5) << page;
        EXPECT_TRUE(found.at("broken").as_array().empty())
            << page << ", " << pixels << " pixels" << (is_dark ? ", dark: " : ": ")
            << boost::json::serialize(found.at("broken"));
      }
    }
  }
  boost::json::value what_axe_finds() {
    static_cast<void>(chromium_.value_of("(() => {" + axe_core_ + "\n; return true; })()"));
    return chromium_.value_of(
        "axe.run(document, {resultTypes: ['violations']}).then(({violations, passes}) => ({looked: passes.length, "
        "broken: violations.map(({id, help, nodes}) => [id, help, ...nodes.map((node) => node.html)])}))");
  }
  void expect_none_broken_by(const browser_test::form_server& server, std::string_view path) {
    chromium_.open(server.page(path));
    expect_none_broken(path);
  }
  // As it comes back when it is sent as it is, which no form allows.
  void expect_none_broken_by_a_refused(std::string_view form) {
    // As where no script runs, and past what the browser itself would say.
    static_cast<void>(chromium_.value_of("(document.querySelector('main form').submit(), true)"));
    chromium_.wait_until("document.title.startsWith('Wrong: ')");
    expect_none_broken(form);
  }
  std::string axe_core_ = axe_core();
  browser_test::browser chromium_{};
};

TEST_F(accessibility, of_each_form_has_no_fault_however_it_was_filled_in) {
  for (const char* program : {TENON_EXAMPLE_SURVEY, TENON_EXAMPLE_FIELDWORK}) {
    const browser_test::form_server server(program);
    expect_none_broken_by(server, "/forms");
    const auto forms = chromium_.value_of("[...document.querySelectorAll('main a')].map((one) => one.pathname)");
    ASSERT_GE(forms.as_array().size(), 3U);
    for (const auto& one : forms.as_array()) {
      expect_none_broken_by(server, one.as_string());
      expect_none_broken_by_a_refused(one.as_string());
    }
  }
}

TEST_F(accessibility, of_what_was_sent_and_of_bundles_has_no_fault) {
  const browser_test::form_server server(TENON_EXAMPLE_SURVEY);
  chromium_.open(server.page("/forms/well"));
  chromium_.click("[name='/depth']");
  chromium_.type("12");
  chromium_.press("Enter");
  chromium_.wait_until("location.pathname === '/forms/well/sent'");
  expect_none_broken("/forms/well/sent");
  expect_none_broken_by(server, "/bundles");
  chromium_.click("#token");
  chromium_.type(server.token());
  chromium_.press("Enter");
  chromium_.wait_until("Boolean(document.querySelector('#bundle'))");
  expect_none_broken("/bundles, known");
  chromium_.choose_file("#bundle", TENON_SOURCE_DIR "/README.md");
  chromium_.click("form[action='/bundles/push'] button");
  chromium_.wait_until("document.title.startsWith('Wrong: ')");
  expect_none_broken("/bundles, refused");
}

TEST_F(accessibility, of_what_nobody_may_change_has_no_fault) {
  namespace fs = std::filesystem;
  tenon::testing::scratch_folder bundle;
  fs::create_directories(fs::path(bundle.path()) / "forms/visit");
  std::ofstream(fs::path(bundle.path()) / "forms/visit/ui.json") << "{}";
  std::ofstream(fs::path(bundle.path()) / "forms/visit/schema.json")
      << R"({"type": "object", "title": "Visit", "readOnly": true, "required": ["name"], "properties": {
    "name": {"type": "string"}, "told": {"type": "boolean", "default": true}, "day": {"type": "string", "format": "date"},
    "kind": {"enum": ["old", "new"], "default": "new"}, "season": {"enum": ["dry", "wet"], "format": "radio"},
    "crops": {"type": "array", "items": {"enum": ["rice", "beans"]}, "default": ["rice"]},
    "views": {"type": "object", "format": "likert", "properties": {"a": {"enum": ["no", "yes"]}, "b": {"enum": ["no", "yes"]}}},
    "at": {"type": "object", "format": "gps"}, "face": {"type": "object", "format": "photo"}}})";
  const browser_test::form_server server(TENON_EXAMPLE_SURVEY, bundle.path());
  expect_none_broken_by(server, "/forms/visit");
  expect_none_broken_by_a_refused("/forms/visit");
}

TEST_F(accessibility, of_what_a_module_draws_has_no_fault_where_it_names_its_parts) {
  namespace fs = std::filesystem;
  tenon::testing::scratch_folder bundle;
  const auto write = [&](const char* file, std::string_view text) {
    const fs::path at = fs::path(bundle.path()) / file;
    fs::create_directories(at.parent_path());
    std::ofstream(at) << text;
  };
  write("app/phases.mjs", "export const full = '\\u25cf', empty = '\\u25cb';");
  write("forms/ext.json", R"({"renderers": {"moons": {"name": "Moons", "format": "moons", "module": "fields/moons.js",
    "tester": "moonsTester"}}})");
  write("forms/visit/ui.json", R"({"type": "Control", "scope": "#"})");
  write("forms/visit/schema.json", R"({"type": "object", "title": "Visit", "required": ["moons"], "properties": {
    "moons": {"type": "integer", "format": "moons", "title": "Moons", "description": "So many.", "maximum": 4}}})");
  fs::create_directories(fs::path(bundle.path()) / "fields");
  fs::copy_file(TENON_SOURCE_DIR "/tests/integration/browser/moons.js", fs::path(bundle.path()) / "fields/moons.js");
  const browser_test::form_server server(TENON_EXAMPLE_SURVEY, bundle.path(), {"forms.bundle_modules=true"});
  chromium_.open(server.page("/forms/visit"));
  chromium_.wait_until("document.querySelector('.drawn .moons') !== null");
  expect_none_broken("/forms/visit");
  chromium_.click("main form > p > button");
  chromium_.wait_until("document.title.startsWith('Wrong: ') && document.querySelector('.drawn .moons') !== null");
  expect_none_broken("/forms/visit, refused");
}

}  // namespace
