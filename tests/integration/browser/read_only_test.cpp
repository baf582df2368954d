// Questions that nobody may change, in a browser that somebody tries it with.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "browser.hpp"
#include "form_server.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view fixed_schema = R"({"type": "object", "title": "Visit", "readOnly": false,
    "required": ["season", "kind", "crops", "grade", "day"], "properties": {
    "name": {"type": "string", "title": "Name"},
    "known": {"type": "object", "title": "Known before", "readOnly": true, "properties": {
      "plot": {"type": "string", "title": "Plot", "default": "AB123"}, "is_wet": {"type": "boolean", "default": true}}},
    "season": {"enum": ["dry", "wet"], "title": "Season", "format": "radio", "readOnly": true, "default": "wet"},
    "kind": {"enum": ["old", "new"], "title": "Kind", "readOnly": true, "default": "new"},
    "crops": {"type": "array", "items": {"enum": ["rice", "beans"]}, "readOnly": true, "default": ["beans"]},
    "grade": {"type": "integer", "format": "slider", "minimum": 0, "maximum": 9, "readOnly": true, "default": 4},
    "day": {"type": "string", "format": "date", "readOnly": true, "default": "2026-04-02"}}})";
constexpr std::string_view fixed_answers =
    R"("crops":["beans"],"day":"2026-04-02","grade":4,"kind":"new","known":{"is_wet":true,"plot":"AB123"})";

class fixed_form : public testing::TestWithParam<bool> {
 protected:
  fixed_form() {
    const fs::path root = fs::path(folder_.path()) / "bundle";
    const auto write = [](const fs::path& file, std::string_view text) {
      fs::create_directories(file.parent_path());
      std::ofstream(file) << text;
    };
    write(root / "app/index.html", "");
    write(root / "forms/visit/schema.json", fixed_schema);
    write(root / "forms/visit/ui.json", "{}");
    server_ = std::make_unique<browser_test::form_server>(TENON_EXAMPLE_SURVEY, root.string());
    chromium_.run_scripts(GetParam());
  }
  void open() {
    chromium_.open(server_->page("/forms/visit"));
    if (GetParam()) chromium_.wait_until("document.documentElement.classList.contains('scripted')");
  }
  tenon::testing::scratch_folder folder_{};
  std::unique_ptr<browser_test::form_server> server_{};
  browser_test::browser chromium_{};
};

TEST_P(fixed_form, is_answered_by_its_defaults_whatever_somebody_presses_and_types) {
  open();
  for (const char* at :
       {"[name='/season'][value=dry]", "[name='/kind']", "[name='/crops'][value=rice]", "[name='/crops'][value=beans]",
        "[name='/known/is_wet']", "[name='/grade']", "[name='/day']", "[name='/known/plot']"}) {
    chromium_.click(at);
    chromium_.type("17");
  }
  chromium_.click("[name='/name']");
  chromium_.type("Ada");
  chromium_.click("main form > p > button");
  chromium_.wait_until("location.pathname.endsWith('/sent')");
  EXPECT_NE(server_->observations("visit").find(
                std::string("{").append(fixed_answers).append(R"(,"name":"Ada","season":"wet"})")),
            std::string::npos)
      << server_->observations("visit");
}

INSTANTIATE_TEST_SUITE_P(with_and_without_a_script, fixed_form, testing::Bool(),
                         [](const auto& one) { return one.param ? "scripted" : "plain"; });

using fixed_scripted_form = fixed_form;
TEST_P(fixed_scripted_form, shows_its_defaults_where_a_draft_is_there_again) {
  open();
  chromium_.click("[name='/name']");
  chromium_.type("Ada");
  chromium_.press("Tab");
  chromium_.wait_until("localStorage.length > 0");
  open();
  chromium_.wait_until("document.querySelector('[name=\"/name\"]').value === 'Ada'");
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/season\"][value=wet]').checked"));
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/crops\"][value=beans]').checked"));
  EXPECT_TRUE(chromium_.is("document.querySelector('[name=\"/known/is_wet\"]').checked"));
  EXPECT_EQ(chromium_.text("document.querySelector('[name=\"/kind\"]').value"), "new");
}
INSTANTIATE_TEST_SUITE_P(with_a_script, fixed_scripted_form, testing::Values(true));

}  // namespace
