// The way of a question type that an application brings, from the file that names it to the page that shows it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "../../form/written_zip.hpp"
#include "browser.hpp"
#include "form_server.hpp"

namespace {

namespace fs = std::filesystem;

// examples/fieldwork draws custom-date by a C++ type; a form that asks for one comes later, and is nobody's yet.
class question_type : public testing::Test {
 protected:
  question_type() {
    fs::copy(fs::path(TENON_SOURCE_DIR) / "examples/fieldwork/bundle", root_, fs::copy_options::recursive);
    write("forms/sowing/ui.json", R"({"type": "VerticalLayout", "elements": [
      {"type": "Control", "scope": "#/properties/day", "options": {"from": "2026-02-15", "until": "2026-04-30"}},
      {"type": "Control", "scope": "#/properties/seeds"}]})");
  }
  void write(const fs::path& file, std::string_view text) const {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
  }
  void ask_for_a_day_as(const std::string& format) const {
    write("forms/sowing/schema.json", R"({"type": "object", "title": "Sowing", "required": ["day"], "properties": {
      "day": {"type": "string", "title": "Day", "format": ")" +
                                          format + R"("},
      "seeds": {"type": "integer", "title": "Seeds"}}})");
  }
  void bundle(form_test::written_zip& into) const {
    for (const auto& one : fs::recursive_directory_iterator(root_)) {
      if (!one.is_regular_file()) continue;
      std::ifstream file(one.path());
      into.add(fs::relative(one.path(), root_).string(), std::string{std::istreambuf_iterator<char>(file), {}});
    }
  }
  void upload(const fs::path& file) {
    chromium_.choose_file("#bundle", file.string());
    chromium_.click("form[action='/bundles/push'] button");
  }
  std::string shown() { return chromium_.text("document.querySelector('main').innerText"); }

  tenon::testing::scratch_folder folder_{};
  fs::path root_ = fs::path(folder_.path()) / "bundle";
  browser_test::form_server server_{TENON_EXAMPLE_FIELDWORK};
  browser_test::browser chromium_{};
};

TEST_F(question_type, is_named_bundled_refused_mended_validated_pushed_and_shown_by_its_own_renderer) {
  form_test::written_zip broken, mended;
  chromium_.open(server_.page("/bundles"));
  chromium_.click("#token");
  chromium_.type(server_.token());
  chromium_.press("Enter");
  chromium_.wait_until("Boolean(document.querySelector('#bundle'))");

  ask_for_a_day_as("custom-dat");
  bundle(broken);
  upload(broken.path());
  chromium_.wait_until("document.title.startsWith('Wrong: ')");
  EXPECT_NE(shown().find("forms/sowing/schema.json:2"), std::string::npos) << shown();
  EXPECT_NE(shown().find("custom-dat"), std::string::npos) << shown();

  ask_for_a_day_as("custom-date");
  write("forms/sowing/ext.json", R"({"functions": {"rain_in": {"name": "rain_in"}}})");
  bundle(mended);
  const std::string file = mended.path().string();
  EXPECT_EQ(std::system(("'" TENON_TOOL "' validate '" + file + "' >/dev/null 2>&1").c_str()), 0);
  upload(file);
  chromium_.wait_until("document.querySelector('h1').textContent === 'The bundle is here'");
  EXPECT_NE(shown().find("version 0001"), std::string::npos) << shown();
  EXPECT_NE(shown().find("forms/sowing/ext.json:1\nno function rain_in in this server"), std::string::npos) << shown();
  chromium_.click("form[action='/bundles/switch'] button");
  chromium_.wait_until("document.querySelector('li strong + .note')?.textContent === 'active'");

  chromium_.open(server_.page("/forms/sowing"));
  chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  EXPECT_EQ(
      chromium_.text("(({type, min, max}) => [type, min, max].join(' '))(document.querySelector('[name=\"/day\"]'))"),
      "date 2026-02-15 2026-04-30");
  chromium_.value_of("document.querySelector('[name=\"/day\"]').value = '2026-03-01'");
  chromium_.click("[name='/seeds']");
  chromium_.type("40");
  chromium_.press("Enter");
  chromium_.wait_until("location.pathname === '/forms/sowing/sent'");
  EXPECT_NE(server_.observations("sowing").find(R"("data":{"day":"2026-03-01","seeds":40})"), std::string::npos);
}

}  // namespace
