#include <gtest/gtest.h>

#include "../drawn.hpp"
#include "tenon/form/render/built_in.hpp"

using drawing::has;
using drawing::question;

namespace {

TEST(built_in_renderers, are_renderers) {
  for (const tenon::form::renderer_row& one : tenon::form::built_in_rows()) {
    EXPECT_TRUE(one.is_built_in()) << one.name;
    EXPECT_FALSE(one.format.empty()) << one.name;
    EXPECT_FALSE(one.doc.empty()) << one.name;
    EXPECT_NE(one.render, nullptr) << one.name;
  }
  static_assert(tenon::Renderer<tenon::form::built_in::text>);
  static_assert(!tenon::Renderer<int>);
}

TEST(built_in_renderers, ask_for_a_text_in_a_field_that_its_label_is_bound_to) {
  const std::string html = question(R"({"type": "string", "title": "Who?"})", "{}", R"({"q": "Ada"})");
  EXPECT_TRUE(has(html, R"(<label for="q0">Who?</label>)")) << html;
  EXPECT_TRUE(has(html, R"(<input type="text" id="q0" name="/q" value="Ada">)")) << html;
}

TEST(built_in_renderers, ask_for_what_a_browser_has_a_field_of_its_own_for) {
  EXPECT_TRUE(has(question(R"({"type": "string", "format": "email"})"), R"(type="email")"));
  EXPECT_TRUE(has(question(R"({"type": "string", "format": "uri"})"), R"(type="url")"));
  EXPECT_TRUE(has(question(R"({"type": "string", "format": "date"})"), R"(type="date")"));
  EXPECT_TRUE(has(question(R"({"type": "string", "format": "time"})", "{}", R"({"q": "08:30:00Z"})"),
                  R"(type="time" step="1" id="q0" name="/q" value="08:30:00")"));
  EXPECT_TRUE(has(question(R"({"type": "string", "format": "date-time"})", "{}", R"({"q": "2026-11-27T08:30:00Z"})"),
                  R"(type="datetime-local" step="1" id="q0" name="/q" value="2026-11-27T08:30:00")"));
  EXPECT_TRUE(has(question(R"({"type": "integer", "minimum": 1, "maximum": 9})", "{}", R"({"q": 7})"),
                  R"( type="number" min="1" max="9" step="1" id="q0" name="/q" value="7")"));
  EXPECT_TRUE(has(question(R"({"type": "string"})", R"({"multi": true})", R"({"q": "a\nb"})"), ">\na\nb</textarea>"));
}

TEST(built_in_renderers, show_what_a_browser_would_hide_in_a_plain_field) {
  EXPECT_TRUE(has(question(R"({"type": "string", "format": "date"})", "{}", R"({"q": "next week"})"),
                  R"(type="text" id="q0" name="/q" value="next week")"));
  EXPECT_TRUE(
      has(question(R"({"type": "string", "format": "date-time"})", "{}", R"({"q": "2026-11-27T08:30:00+02:00"})"),
          R"(type="text")"));
  EXPECT_TRUE(
      has(question(R"({"type": "number"})", "{}", R"({"q": "many"})"), R"(<input id="q0" name="/q" value="many")"));
}

TEST(built_in_renderers, let_a_phone_show_digits_alone_only_where_nothing_is_negative) {
  EXPECT_TRUE(has(question(R"({"type": "integer", "minimum": 0})"), R"(<input inputmode="numeric" type="number")"));
  EXPECT_TRUE(has(question(R"({"type": "number", "minimum": 0.5})"), R"(<input inputmode="decimal" type="number")"));
  EXPECT_FALSE(has(question(R"({"type": "number", "minimum": -5})"), "inputmode"));
  EXPECT_FALSE(has(question(R"({"type": "number"})"), "inputmode")) << "minus is no digit";
}

TEST(built_in_renderers, ask_for_a_boolean_by_a_box_that_is_ticked_where_it_is_true) {
  const std::string html = question(R"({"type": "boolean", "title": "Sure?"})", "{}", R"({"q": true})");
  EXPECT_TRUE(has(html, R"(<input type="checkbox" id="q0" name="/q" value="true" checked>)")) << html;
  EXPECT_TRUE(has(html, R"(<label for="q0">Sure?</label>)")) << html;
}

TEST(built_in_renderers, ask_for_one_of_several_by_a_list) {
  const std::string html = question(R"({"enum": ["dry", "wet"]})", "{}", R"({"q": "wet"})");
  EXPECT_TRUE(has(html, R"(<option value="dry">dry</option>)")) << html;
  EXPECT_TRUE(has(html, R"(<option value="wet" selected>wet</option>)")) << html;
}

TEST(built_in_renderers, call_a_choice_as_its_title_says) {
  const std::string html = question(R"({"oneOf": [{"const": 1, "title": "One"}, {"const": 2, "title": "Two"}]})",
                                    R"({"format": "radio"})", R"({"q": 2})");
  EXPECT_TRUE(has(html, R"(<input type="radio" id="q0-0" name="/q" value="1"><label for="q0-0">One</label>)")) << html;
  EXPECT_TRUE(has(html, R"(<input type="radio" id="q0-1" name="/q" value="2" checked>)")) << html;
  EXPECT_TRUE(has(html, "<legend>Q</legend>")) << html;
}

TEST(built_in_renderers, ask_for_any_of_several_by_boxes) {
  const std::string html =
      question(R"({"type": "array", "items": {"enum": ["a", "b", "c"]}})", "{}", R"({"q": ["a", "c"]})");
  EXPECT_TRUE(has(html, R"(value="a" checked)")) << html;
  EXPECT_FALSE(has(html, R"(value="b" checked)")) << html;
  EXPECT_TRUE(has(html, R"(value="c" checked)")) << html;
}

TEST(built_in_renderers, rate_from_one_to_five_where_the_schema_has_no_limits) {
  const std::string html = question(R"({"type": "integer"})", R"({"format": "rating"})", R"({"q": 4})");
  EXPECT_TRUE(has(html, R"(value="4" checked)")) << html;
  EXPECT_TRUE(has(html, R"(value="5")")) << html;
  EXPECT_FALSE(has(html, R"(value="6")")) << html;
}

TEST(built_in_renderers, slide_between_two_limits_only_where_something_has_to_be_said) {
  constexpr std::string_view ui = R"({"type": "Control", "scope": "#/properties/q", "options": {"slider": true}})";
  const auto slider = [&](const std::string& required) {
    return drawing::html(drawing::plan(
        R"({"properties": {"q": {"type": "integer", "minimum": 0, "maximum": 10}}, "required": [)" + required + "]}",
        ui));
  };
  EXPECT_TRUE(has(slider("\"q\""), R"(<input type="range")"));
  EXPECT_TRUE(has(slider(""), R"(type="number" min="0" max="10")"));
}

TEST(built_in_renderers, ask_statements_on_one_scale_as_a_table) {
  const std::string html = question(R"({"type": "object", "title": "Agree?", "properties": {
      "a": {"title": "It rains", "enum": ["no", "yes"]}, "b": {"title": "It snows", "enum": ["no", "yes"]}}})",
                                    R"({"format": "likert"})", R"({"q": {"b": "yes"}})");
  EXPECT_TRUE(has(html, "<th scope=\"col\" id=\"q0-c1\">yes</th>")) << html;
  EXPECT_TRUE(has(html, "<th scope=\"row\" id=\"q2-r\">It snows</th>")) << html;
  EXPECT_TRUE(has(html, R"(name="/q/b" value="yes" checked aria-labelledby="q2-r q0-c1")")) << html;
}

TEST(built_in_renderers, group_what_stands_in_an_object_under_its_title) {
  const std::string html =
      question(R"({"type": "object", "title": "Where", "properties": {"city": {"type": "string"}}})", "{}",
               R"({"q": {"city": "Bern"}})");
  EXPECT_TRUE(has(html, R"(<section class="group" aria-labelledby="q0">)")) << html;
  EXPECT_TRUE(has(html, R"(name="/q/city" value="Bern")")) << html;
}

TEST(built_in_renderers, lead_to_each_part_of_a_categorization) {
  const std::string html =
      drawing::html(drawing::plan(R"({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}})",
                                  R"({"type": "Categorization", "elements": [
          {"type": "Category", "label": "First", "elements": [{"type": "Control", "scope": "#/properties/a"}]},
          {"type": "Category", "label": "Second", "elements": [{"type": "Control", "scope": "#/properties/b"}]}]})"));
  EXPECT_TRUE(has(html, R"(<li><a href="#q1">First</a></li>)")) << html;
  EXPECT_TRUE(has(html, R"(<h2 id="q1">First</h2>)")) << html;
  EXPECT_TRUE(has(html, R"(name="/b")")) << html;
}

TEST(built_in_renderers, show_what_nobody_can_draw_instead_of_asking_it) {
  const std::string html = question(R"({"type": "integer", "format": "gps"})");
  EXPECT_TRUE(has(html, "The format &#39;gps&#39; does not fit what this is, so this cannot be asked.")) << html;
  EXPECT_FALSE(has(html, "<input")) << html;
}

}  // namespace
