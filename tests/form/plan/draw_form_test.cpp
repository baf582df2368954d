#include "tenon/form/plan/draw_form.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "../drawn.hpp"

using drawing::has;
using tenon::form::answer;
using tenon::form::canvas;
using tenon::form::element;

namespace {

struct broken {
  static constexpr auto renderer = tenon::renderer{.format = "broken"};
  static void render(const element&, canvas& to) {
    to.raw("<p>half");
    throw std::runtime_error("no <ink>");
  }
};
struct broken_group {
  static constexpr auto renderer = tenon::renderer{.format = "group"};
  static void render(const element& group, canvas& to) {
    to.draw_inside(group);
    throw 1;
  }
};
struct test_that_throws {
  static constexpr auto renderer = tenon::renderer{.format = "text"};
  static int test(const element&) { throw std::runtime_error("not today"); }
  static void render(const element&, canvas&) {}
};

constexpr std::string_view two_texts = R"({"title": "Visit", "required": ["a"],
    "properties": {"a": {"type": "string", "title": "Aye"}, "b": {"type": "string", "format": "broken"}}})";

TEST(draw_form, escapes_every_text_of_a_bundle_and_of_its_data) {
  const std::string evil = R"(\"'><script>alert(1)</script>&)";
  std::string schema = R"({"title": "T", "properties": {"T": {"type": "string", "title": "T", "description": "T"},
      "U": {"enum": ["T"], "title": "T"}, "V": {"type": "array", "items": {"oneOf": [{"const": "T", "title": "T"}]}},
      "W": {"type": "object", "title": "T", "description": "T", "properties": {"T": {"type": "boolean"}}},
      "X": {"type": "string", "format": "T"}, "Y": {"type": "integer", "minimum": 1, "title": "T"},
      "Z": {"type": "object", "properties": {"T": {"enum": ["T", "U"], "title": "T"}}}}})";
  std::string ui = R"({"type": "Categorization", "label": "T", "elements": [
      {"type": "Category", "label": "T", "elements": [
        {"type": "Control", "scope": "#/properties/T", "label": "T", "options": {"placeholder": "T"}},
        {"type": "Control", "scope": "#/properties/T", "options": {"multi": true}},
        {"type": "Control", "scope": "#/properties/U", "options": {"format": "radio"}},
        {"type": "Control", "scope": "#/properties/Y", "options": {"format": "T"}},
        {"type": "Control", "scope": "#/properties/Z", "options": {"format": "likert"}},
        {"type": "Control", "scope": "#/properties/none/T"}, {"type": "T"}, {"type": "Label", "text": "T"}]},
      {"type": "Category", "label": "T", "elements": [
        {"type": "Control", "scope": "#"}, {"type": "Control", "scope": "T"}]}]})";
  std::string data = R"({"T": "T", "U": "T", "V": ["T"], "W": {"T": "T"}, "X": "T", "Y": "T", "Z": {"T": "T"}})";
  for (std::string* text : {&schema, &ui, &data})
    for (std::size_t at = 0; (at = text->find("\"T\"", at)) != std::string::npos; at += evil.size() + 2)
      text->replace(at, 3, "\"" + evil + "\"");
  const tenon::form::form_plan plan = drawing::plan(schema, ui);
  std::vector<answer> answers = plan.answers_of({data});
  for (answer& one : answers) one.problems.emplace_back("'><script>alert(1)</script>");
  const std::vector<std::string> problems{"<script>"};
  const std::string html = draw_form(plan, answers, problems, "'\"><script>").html;
  EXPECT_FALSE(has(html, "<script")) << html;
  EXPECT_FALSE(has(html, "'>")) << html;
  EXPECT_FALSE(has(html, "\"'")) << html;
  EXPECT_TRUE(has(html, "&lt;script&gt;alert(1)&lt;/script&gt;&amp;")) << html;
}

TEST(draw_form, says_what_is_wrong_above_the_form_and_at_the_field_and_ties_them_together) {
  const tenon::form::form_plan plan = drawing::plan(two_texts);
  std::vector<answer> answers(plan.question_count());
  answers[0] = {{"typed"}, {"It is too short."}};
  const std::string html = draw_form(plan, answers, std::vector<std::string>{"Too late."}, "/forms/visit").html;
  EXPECT_TRUE(has(html, "<li>Too late.</li>")) << html;
  EXPECT_TRUE(has(html, R"(<li><a href="#q1">Aye</a>: It is too short.</li>)")) << html;
  EXPECT_TRUE(has(html, R"(<p class="problem" id="q1-problem"><strong>Wrong:</strong> It is too short.</p>)")) << html;
  EXPECT_TRUE(has(html, R"(required aria-invalid="true" aria-describedby="q1-problem" value="typed")")) << html;
}

TEST(draw_form, asks_by_a_plain_field_where_a_renderer_throws_and_goes_on) {
  const std::array rows{tenon::form::row_of_renderer<broken>("shop")};
  const tenon::form::form_plan plan = drawing::plan(two_texts, {}, rows);
  const tenon::form::drawn_form drawn = draw_form(plan, plan.answers_of({R"({"b": "kept"})"}), {}, "/forms/visit");
  EXPECT_FALSE(has(drawn.html, "<p>half")) << drawn.html;
  EXPECT_TRUE(has(drawn.html, "The renderer of this question failed; this is a plain field.")) << drawn.html;
  EXPECT_TRUE(has(drawn.html, R"(name="/b" value="kept")")) << drawn.html;
  EXPECT_TRUE(has(drawn.html, R"(name="/a")")) << drawn.html;
  ASSERT_EQ(drawn.errors.size(), 1U);
  EXPECT_EQ(drawn.errors[0].type, "renderer_load_error");
  EXPECT_TRUE(drawn.errors[0].message.ends_with("broken: no <ink>")) << drawn.errors[0].message;
  EXPECT_EQ(drawn.errors[0].details, "at /b");
}

TEST(draw_form, draws_what_a_broken_group_holds_once_and_tries_nothing_twice) {
  const std::array rows{tenon::form::row_of_renderer<broken_group>("shop")};
  std::string schema = R"({"type": "string"})";
  for (int i = 0; i < 20; ++i) schema = R"({"type": "object", "properties": {"x": )" + schema + "}}";
  const tenon::form::form_plan plan = drawing::plan(schema, {}, rows);
  const tenon::form::drawn_form drawn = draw_form(plan, {}, {}, "/forms/visit");
  EXPECT_EQ(drawn.errors.size(), 19U);
  EXPECT_EQ(drawn.html.find("<input"), drawn.html.rfind("<input"));
}

TEST(draw_form, passes_over_a_renderer_whose_test_throws) {
  const std::array rows{tenon::form::row_of_renderer<test_that_throws>("shop")};
  const tenon::form::form_plan plan = drawing::plan(two_texts, {}, rows);
  EXPECT_TRUE(has(drawing::html(plan), R"(<input type="text" id="q1" name="/a")"));
  ASSERT_FALSE(plan.errors().empty());
  EXPECT_TRUE(plan.errors()[0].message.ends_with("test_that_throws: not today")) << plan.errors()[0].message;
}

}  // namespace
