// Scripts of a bundle that draw questions, where the program lets them.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "stage.hpp"

using stage::has;
using stage::header;
using stage::scene;

namespace {

constexpr std::string_view with_stars = R"({"properties": {
    "stars": {"type": "integer", "title": "Stars", "format": "stars"}, "name": {"type": "string"}}})";
constexpr std::string_view brings_stars = R"({"renderers": {"stars": {
    "renderer": {"path": "fields/stars.js", "export": "Stars"},
    "tester": {"path": "fields/tester.js", "export": "starsTester"}}}})";

// A form with a question that a module draws.
struct drawn_by_modules : testing::Test {
  drawn_by_modules() {
    on.settings.bundle_modules = true;
    stage::write(on.root() / "forms/ext.json", brings_stars);
    stage::write(on.root() / "fields/stars.js", "export const Stars = 1;");
    stage::write(on.root() / "fields/tester.js", "export const starsTester = 1;");
    stage::write(on.root() / "fields/secret.txt", "secret");
  }
  std::string page() { return std::string(on.get("/forms/visit").body.view()); }
  std::string init() { return std::string(on.get("/forms/visit/init").body.view()); }
  // Below which the page finds modules.
  std::string address() {
    const std::string html = page();
    constexpr std::string_view before = "{&quot;address&quot;:&quot;";
    const std::size_t at = html.find(before);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + before.size();
    return html.substr(begin, html.find("&quot;", begin) - begin);
  }
  bool is_logged(std::string_view text) {
    for (const tenon::testing::log_line& one : on.on().logs())
      if (has(one.message, text)) return true;
    return false;
  }
  scene on{with_stars};
};

TEST_F(drawn_by_modules, name_them_at_a_plain_field_that_holds_the_answer) {
  const std::string html = page();
  EXPECT_TRUE(has(html, R"(<div class="by-script" data-question=")")) << html;
  EXPECT_TRUE(has(html, R"(data-path="/stars" data-id="q1" data-label="Stars">)")) << html;
  EXPECT_TRUE(has(html, R"(name="/stars")") && has(html, R"(type="number")")) << html;
  EXPECT_TRUE(has(html,
                  "&quot;module&quot;:&quot;fields/stars.js&quot;,&quot;renderer&quot;:&quot;Stars&quot;,"
                  "&quot;testerModule&quot;:&quot;fields/tester.js&quot;,"
                  "&quot;tester&quot;:&quot;starsTester&quot;"))
      << html;
  EXPECT_TRUE(has(html,
                  "&quot;ui&quot;:{&quot;type&quot;:&quot;Control&quot;,&quot;scope&quot;:"
                  "&quot;#/properties/stars&quot;}"))
      << html;
  EXPECT_FALSE(has(html, "This server has no renderer")) << html;
  EXPECT_FALSE(has(init(), "renderer_load_error")) << init();
  EXPECT_TRUE(is_logged("scripts of the bundle draw in the pages of forms: forms.bundle_modules lets them"));
}

TEST_F(drawn_by_modules, are_served_as_scripts_that_never_change_at_their_address) {
  const tenon::response answer = on.get(address() + "fields/stars.js");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body.view(), "export const Stars = 1;");
  EXPECT_EQ(answer.content_type.view(), "text/javascript; charset=utf-8");
  EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header(answer, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_TRUE(has(header(answer, "Content-Security-Policy"), "connect-src 'self'")) << "for workers that it begins";
  const std::string tag = header(answer, "ETag");
  const std::array kept{tenon::header{"If-None-Match", tag}};
  EXPECT_EQ(on.get(address() + "fields/stars.js", kept).status, 304);
}

TEST_F(drawn_by_modules, leave_the_policy_of_the_page_as_it_is) {
  const std::string policy = header(on.get("/forms/visit"), "Content-Security-Policy");
  EXPECT_TRUE(has(policy, "script-src 'self';")) << policy;
  EXPECT_FALSE(has(policy, "unsafe")) << policy;
}

TEST_F(drawn_by_modules, are_nothing_but_scripts_of_the_bundle) {
  const std::string at = address();
  ASSERT_FALSE(at.empty());
  for (const char* path :
       {"fields/secret.txt", "forms/ext.json", "fields/none.js", "../../init", "fields/../fields/stars.js",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "%2Fetc%2Fpasswd", "fields%5Cstars.js"})
    EXPECT_EQ(on.get(at + path).status, 404) << path;
  EXPECT_EQ(on.get("/forms/visit/modules/0123/fields/stars.js").status, 404) << "another version";
  std::string of_no_form = at + "fields/stars.js";
  of_no_form.replace(of_no_form.find("/visit/"), 7, "/nobody/");
  EXPECT_EQ(on.get(of_no_form).status, 404);
}

TEST_F(drawn_by_modules, import_what_lies_beside_them) {
  stage::write(on.root() / "fields/lib/words.mjs", "export const words = 1;");
  EXPECT_EQ(on.get(address() + "fields/lib/words.mjs").status, 200);
}

TEST_F(drawn_by_modules, have_another_address_when_one_of_them_is_another) {
  const std::string before = address();
  stage::write(on.root() / "fields/stars.js", "export const Stars = 2;");
  scene other(with_stars);
  other.settings.bundle_modules = true;
  stage::write(other.root() / "forms/ext.json", brings_stars);
  stage::write(other.root() / "fields/stars.js", "export const Stars = 2;");
  stage::write(other.root() / "fields/tester.js", "export const starsTester = 1;");
  EXPECT_EQ(other.get(before + "fields/stars.js").status, 404);
  EXPECT_FALSE(has(other.get("/forms/visit").body.view(), before));
}

TEST_F(drawn_by_modules, are_off_where_nobody_has_said_so) {
  const std::string address_when_on = address();
  scene off(with_stars);
  stage::write(off.root() / "forms/ext.json", brings_stars);
  stage::write(off.root() / "fields/stars.js", "export const Stars = 1;");
  stage::write(off.root() / "fields/tester.js", "export const starsTester = 1;");
  const std::string html(off.get("/forms/visit").body.view());
  EXPECT_FALSE(has(html, "by-script") || has(html, "stars.js")) << html;
  EXPECT_TRUE(has(html, "This server has no renderer for &#39;stars&#39;; this is a plain field.")) << html;
  EXPECT_EQ(off.get(address_when_on + "fields/stars.js").status, 404);
  EXPECT_TRUE(has(off.get("/forms/visit/init").body.view(), "no renderer for format stars in this server"));
}

TEST_F(drawn_by_modules, say_in_page_log_and_data_that_one_is_not_there) {
  std::filesystem::remove(on.root() / "fields/stars.js");
  constexpr std::string_view said =
      "Failed to load renderer stars: extension module &#39;fields/stars.js&#39; not found";
  EXPECT_TRUE(has(page(), said)) << page();
  EXPECT_TRUE(has(page(), "This is a plain field.")) << page();
  EXPECT_FALSE(has(page(), "by-script")) << page();
  EXPECT_TRUE(
      has(init(), R"({"type":"renderer_load_error","message":"Failed to load renderer stars: extension module)"))
      << init();
  EXPECT_TRUE(has(init(), R"("details":"/stars, claimed by forms/ext.json, at schema.json#/properties/stars")"))
      << init();
  EXPECT_TRUE(is_logged("form visit: renderer_load_error: Failed to load renderer stars: extension module"));
  EXPECT_EQ(on.post("/forms/visit", "/stars=3").status, 303);
}

TEST_F(drawn_by_modules, say_what_to_build_where_one_is_no_script_and_take_what_it_was_built_to) {
  std::filesystem::remove(on.root() / "fields/stars.js");
  stage::write(on.root() / "fields/stars.tsx", "<Stars/>");
  stage::write(on.root() / "forms/ext.json", R"({"renderers": {"stars": {
      "renderer": {"path": "fields/stars.tsx", "export": "Stars"},
      "tester": {"path": "fields/tester.js", "export": "starsTester"}}}})");
  scene built(with_stars);
  built.settings.bundle_modules = true;
  std::filesystem::copy(on.root(), built.root(),
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  stage::write(built.root() / "fields/stars.tsx.js", "export const Stars = 1;");
  EXPECT_TRUE(has(init(),
                  "extension module 'fields/stars.tsx' is no script that a browser runs. Build it, and put the "
                  "script beside it as 'fields/stars.tsx.js'."))
      << init();
  const std::string html(built.get("/forms/visit").body.view());
  EXPECT_TRUE(has(html, "&quot;module&quot;:&quot;fields/stars.tsx.js&quot;")) << html;
}

TEST_F(drawn_by_modules, say_that_one_is_too_large_to_be_read) {
  stage::write(on.root() / "fields/stars.js", std::string((std::size_t{4} << 20U) + 1, ' '));
  EXPECT_TRUE(has(init(), "extension module 'fields/stars.js' cannot be read: ")) << init();
}

TEST_F(drawn_by_modules, are_not_asked_where_an_extension_draws_the_format) {
  scene bound(R"({"properties": {"b": {"type": "string", "format": "broken"}}})");
  bound.settings.bundle_modules = true;
  stage::write(bound.root() / "forms/ext.json", R"({"renderers": {"broken": {"name": "B", "format": "broken",
      "module": "fields/b.js"}}})");
  stage::write(bound.root() / "fields/b.js", "");
  EXPECT_FALSE(has(bound.get("/forms/visit").body.view(), "by-script"));
}

TEST_F(drawn_by_modules, are_asked_the_nearer_first_and_told_the_rank_of_what_is_built_in) {
  stage::write(on.root() / "forms/ext.json", R"({"renderers": {"a": {"name": "A", "format": "radio",
      "module": "fields/stars.js"}}})");
  stage::write(on.root() / "forms" / "visit" / "ext.json", R"({"renderers": {"z": {"name": "Z", "format": "radio",
      "module": "fields/tester.js"}}})");
  on.add("visit", R"({"properties": {"kind": {"enum": ["a", "b"], "format": "radio"}}})",
         R"({"type": "Control", "scope": "#/properties/kind"})");
  const std::string html = page();
  EXPECT_LT(html.find("&quot;key&quot;:&quot;z&quot;"), html.find("&quot;key&quot;:&quot;a&quot;")) << html;
  EXPECT_TRUE(has(html, "&quot;tester&quot;:&quot;ZTester&quot;")) << html;
  EXPECT_TRUE(has(html, "&quot;least&quot;:5")) << html;
  EXPECT_TRUE(has(html, "&quot;note&quot;:&quot;&quot;")) << html;
}

TEST_F(drawn_by_modules, are_named_in_each_entry_of_a_list_with_the_schema_of_the_entry) {
  on.add("visit", R"({"required": ["all"], "properties": {"all": {"type": "array", "minItems": 2, "items": {
      "type": "object", "properties": {"stars": {"type": "integer", "format": "stars"}}}}}})",
         R"({"type": "Control", "scope": "#"})");
  const std::string html = page();
  EXPECT_TRUE(has(html, R"(data-path="/all/0/stars")") && has(html, R"(data-path="/all/1/stars")")) << html;
  EXPECT_TRUE(has(html, "&quot;within&quot;:{&quot;type&quot;:&quot;object&quot;")) << html;
  EXPECT_TRUE(has(html, "&quot;#/properties/stars&quot;")) << html;
}

TEST_F(drawn_by_modules, are_not_for_files_nor_for_what_has_several_fields) {
  stage::write(on.root() / "forms/ext.json", R"({"renderers": {
      "photo": {"name": "P", "format": "photo", "module": "fields/stars.js"},
      "place": {"name": "L", "format": "place", "module": "fields/stars.js"}}})");
  on.add("visit", R"({"properties": {"p": {"type": "object", "format": "photo"},
      "l": {"type": "object", "format": "place", "properties": {"n": {"type": "number"}}}}})",
         R"({"type": "Control", "scope": "#"})");
  EXPECT_FALSE(has(page(), "by-script")) << page();
  EXPECT_TRUE(has(page(), "This server has no renderer for &#39;place&#39;")) << page();
}

}  // namespace
