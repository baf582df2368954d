#include <gtest/gtest.h>

#include <array>

#include "stage.hpp"

using stage::has;
using stage::header;
using stage::scene;

namespace {

constexpr std::string_view simple = R"({"title": "A <visit>", "description": "Short.", "properties": {
    "name": {"type": "string", "title": "Name"}, "b": {"type": "string", "format": "broken"}}})";

TEST(forms, lists_the_forms_of_the_bundle_by_their_titles) {
  scene on(simple);
  on.add("a b", R"({"properties": {}})", "{}");
  const tenon::response answer = on.get("/forms");
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(has(answer.body.view(), R"(<a href="/forms/visit">A &lt;visit&gt;</a><p>Short.</p>)"));
  EXPECT_TRUE(has(answer.body.view(), R"(<a href="/forms/a%20b">A b</a>)")) << answer.body.view();
}

TEST(forms, says_what_to_set_where_there_is_no_bundle) {
  tenon::testing::harness<forms, tenon::testing::fake_http> on;
  const tenon::response answer = on.send({.target = "/forms", .path = "/forms"});
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(has(answer.body.view(), "<code>forms.bundle</code>"));
}

TEST(forms, is_in_fault_where_its_bundle_cannot_be_opened) {
  tenon::testing::harness<forms, tenon::testing::fake_http> on(forms::settings{.bundle = "/nowhere/at/all"});
  EXPECT_EQ(on.status().status, tenon::extension_status::fault);
  EXPECT_TRUE(has(on.status().message, "No such file or directory: /nowhere/at/all (forms.bundle"))
      << on.status().message;
  EXPECT_EQ(on.send({.target = "/forms", .path = "/forms"}).status, 503);
}

TEST(forms, shows_a_form_as_a_page_that_has_no_script_and_no_style_in_its_text) {
  scene on(simple);
  const tenon::response answer = on.get("/forms/visit");
  EXPECT_EQ(answer.status, 200);
  const std::string_view html = answer.body.view();
  EXPECT_TRUE(has(html, "<title>A &lt;visit&gt;</title>")) << html;
  EXPECT_TRUE(has(html, R"(<meta name="viewport" content="width=device-width, initial-scale=1">)")) << html;
  EXPECT_TRUE(has(html, R"(<html lang="en">)")) << html;
  EXPECT_TRUE(has(html, R"(<link rel="icon" href="/forms/icon.svg">)")) << html;
  EXPECT_TRUE(has(html, R"(<form method="post" novalidate action="/forms/visit">)")) << html;
  EXPECT_TRUE(has(html, R"(<script type="module" src="/forms/player.js"></script>)")) << html;
  EXPECT_FALSE(has(html, "<script>") || has(html, "<style") || has(html, " style=") || has(html, " on")) << html;
  EXPECT_EQ(header(answer, "Content-Security-Policy"),
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'");
  EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
}

TEST(forms, answers_304_to_whoever_has_the_page_already) {
  scene on(simple);
  for (const std::string path : {"/forms", "/forms/visit", "/forms/visit/init"}) {
    const std::string tag = header(on.get(path), "ETag");
    ASSERT_FALSE(tag.empty()) << path;
    const std::array kept{tenon::header{"If-None-Match", tag}};
    EXPECT_EQ(on.get(path, kept).status, 304) << path;
    EXPECT_TRUE(on.get(path, kept).body.view().empty()) << path;
    const std::array old{tenon::header{"If-None-Match", "\"0\""}};
    EXPECT_EQ(on.get(path, old).status, 200) << path;
  }
}

TEST(forms, has_another_tag_for_another_text) {
  scene one(simple), other(R"({"title": "Another"})");
  EXPECT_NE(header(one.get("/forms/visit"), "ETag"), header(other.get("/forms/visit"), "ETag"));
}

TEST(forms, gives_the_data_that_a_page_begins_with_as_json) {
  scene on(R"({"title": "T"})", R"({"type": "VerticalLayout", "elements": []})");
  const tenon::response answer = on.get("/forms/visit/init");
  EXPECT_EQ(answer.content_type.view(), "application/json");
  EXPECT_EQ(answer.body.view(),
            R"({"form":"visit","schema":{"title": "T"},"ui":{"type": "VerticalLayout", "elements": []},)"
            R"("data":{},"parameters":{}})");
}

TEST(forms, gives_what_the_bundle_brings_to_a_form_with_it) {
  scene on(R"({"properties": {"a": {"$ref": "#/definitions/season"}}})");
  stage::write(on.root() / "forms/ext.json", R"({"definitions": {"season": {"enum": ["dry"]}}})");
  EXPECT_TRUE(
      has(on.get("/forms/visit/init").body.view(), R"("extensions":{"definitions":{"season":{"enum":["dry"]}})"))
      << on.get("/forms/visit/init").body.view();
  EXPECT_TRUE(
      has(on.get("/forms/visit/init").body.view(), R"("definitionOrigins":{"season":{"origin":"forms/ext.json"}})"))
      << on.get("/forms/visit/init").body.view();
  EXPECT_TRUE(has(on.get("/forms/visit").body.view(), R"(<option value="dry">)"));
}

TEST(the_data_of_a_form, say_whose_each_entry_is_and_whom_it_has_displaced) {
  scene on(R"({"properties": {"a": {}}})");
  constexpr std::string_view entries = R"({"definitions": {"d": {}}, "functions": {"echo": {"name": "echo"}},
      "renderers": {"broken": {"name": "B", "format": "broken", "module": "b.js"}}})";
  stage::write(on.root() / "forms/ext.json", entries);
  stage::write(on.root() / "forms" / "visit" / "ext.json", entries);
  on.add("other", "{}", "{}");
  const std::string displaced = R"("origin":"forms)"
                                R"(/visit/ext.json","displaced":["forms/ext.json"]})";
  const std::string data(on.get("/forms/visit/init").body.view());
  EXPECT_TRUE(has(data, R"("definitionOrigins":{"d":{)" + displaced)) << data;
  EXPECT_TRUE(has(data, R"("functions":{"echo":{"name":"echo",)")) << data;
  EXPECT_TRUE(has(data, R"("returnType":"",)" + displaced)) << data;
  EXPECT_TRUE(has(data, R"("tester":"BTester",)" + displaced)) << data;
  const std::string other(on.get("/forms/other/init").body.view());
  EXPECT_TRUE(has(other, R"("origin":"forms/ext.json"})") && !has(other, "displaced")) << other;
}

TEST(forms, goes_on_without_a_renderer_that_is_broken_and_says_so_in_page_log_and_data) {
  scene on(simple);
  const std::string html(on.get("/forms/visit").body.view());
  EXPECT_TRUE(has(html, "The renderer of this question failed; this is a plain field.")) << html;
  EXPECT_TRUE(has(html, R"(name="/name")") && has(html, R"(name="/b")")) << html;
  EXPECT_TRUE(has(on.get("/forms/visit/init").body.view(), R"("errors":[{"type":"renderer_load_error","message":)"));
  bool is_logged = false;
  for (const tenon::testing::log_line& one : on.on().logs())
    is_logged = is_logged || has(one.message, "form visit: renderer_load_error: Failed to load renderer");
  EXPECT_TRUE(is_logged);
}

constexpr std::string_view dynamic = R"({"properties": {"word": {"type": "string", "title": "Word"},
    "pick": {"title": "Pick", "x-dynamicEnum": {"function": "echo", "params": {"word": "{{data.word}}"}}},
    "lost": {"type": "string", "x-validate": {"function": "none"}}}})";

TEST(forms, offer_choices_by_a_button_where_they_depend_on_another_answer) {
  scene on(dynamic);
  const std::string before(on.get("/forms/visit").body.view());
  EXPECT_TRUE(has(before, "First answer &#39;Word&#39;: the choices depend on it.")) << before;
  EXPECT_TRUE(has(before, R"(<button name="update" value="/pick" formaction="#q2">Update the choices)")) << before;
  // Enter in a field sends the form.
  EXPECT_LT(before.find(">Send</button>"), before.find("Update the choices"));
  const tenon::response after = on.post("/forms/visit", "/word=wells&update=/pick");
  EXPECT_EQ(after.status, 200);
  EXPECT_TRUE(has(after.body.view(), R"(<option value="wells">wells</option>)")) << after.body.view();
  EXPECT_TRUE(has(after.body.view(), R"(name="/word" value="wells")")) << after.body.view();
  EXPECT_FALSE(has(after.body.view(), "There is a problem"));
  EXPECT_EQ(on.post("/forms/visit", "/word=wells&/pick=wells").status, 303);
  EXPECT_EQ(on.post("/forms/visit", "/word=wells&/pick=other").status, 422);
}

TEST(forms, go_on_without_a_function_that_fails_and_say_so_in_page_log_and_data) {
  scene on(dynamic);
  const tenon::response broken = on.post("/forms/visit", "/word=bad&update=/pick");
  EXPECT_EQ(broken.status, 200);
  EXPECT_TRUE(has(broken.body.view(), "The choices cannot be had now, so this cannot be answered."))
      << broken.body.view();
  EXPECT_TRUE(has(on.get("/forms/visit").body.view(), "This server cannot check this as it has to be"));
  EXPECT_TRUE(has(on.get("/forms/visit/init").body.view(),
                  R"("errors":[{"type":"function_load_error","message":"Failed to load function none:)"))
      << on.get("/forms/visit/init").body.view();
  std::size_t logged = 0;
  for (const tenon::testing::log_line& one : on.on().logs())
    logged += has(one.message, "form visit: function_load_error: Failed to load function none:") ||
              has(one.message, "form visit: function_load_error: Failed to load function echo: it threw");
  EXPECT_GE(logged, 2U);
}

TEST(forms, keeps_the_other_forms_where_one_cannot_be_read) {
  scene on(simple);
  on.add("bad", "{", "{}");
  EXPECT_EQ(on.get("/forms/visit").status, 200);
  EXPECT_EQ(on.get("/forms/bad").status, 500);
  EXPECT_EQ(on.get("/forms/bad/init").status, 500);
  EXPECT_TRUE(has(on.get("/forms").body.view(), "cannot be shown: form bad: schema.json cannot be used:"))
      << on.get("/forms").body.view();
}

TEST(forms, answers_404_for_a_form_that_there_is_not_and_escapes_its_name) {
  scene on(simple);
  const tenon::response answer = on.get("/forms/%3Cscript%3E");
  EXPECT_EQ(answer.status, 404);
  EXPECT_TRUE(has(answer.body.view(), "There is no form &#39;&lt;script&gt;&#39; here.")) << answer.body.view();
  EXPECT_EQ(on.get("/forms/none/init").status, 404);
}

// Anybody may ask for it, as often as they like.
TEST(a_page, in_which_much_goes_wrong_is_a_few_lines_in_the_log) {
  std::string asked;
  for (int i = 0; i < 10; ++i)
    asked += (i == 0 ? "\"" : ", \"") + std::string("q") + std::to_string(i) +
             R"(": {"type": "integer", "x-computed": {"function": "none"}})";
  stage::scene on(R"({"type": "object", "properties": {)" + asked + "}}");
  const std::size_t before = on.on().logs().size();
  EXPECT_EQ(on.get("/forms/visit").status, 200);
  const std::size_t once = on.on().logs().size() - before;
  EXPECT_EQ(on.post("/forms/visit", "update=1").status, 200);
  EXPECT_LE(on.on().logs().size() - before - once, 4U);
  EXPECT_TRUE(has(on.on().logs().back().message, "form visit: and 7 more")) << on.on().logs().back().message;
}

}  // namespace
