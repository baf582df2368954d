#include "../submission.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "stage.hpp"
#include "tenon/form/render/form_plan.hpp"
#include "tenon/form/schema/schema_check.hpp"

using stage::has;
using stage::header;
using stage::scene;
using tenon_forms::submission;

namespace {

submission read(std::string_view schema, std::string_view encoded) {
  tenon::form::form_init_data of{.form = "visit"};
  of.schema.text = schema;
  const tenon::form::form_plan plan(of, {});
  return tenon_forms::read_submission(plan, tenon::form::schema_check(plan.schema()), encoded);
}
// Of the one property `q`: its JSON, or what is wrong with it.
std::string answer(const std::string& schema, std::string_view encoded) {
  const submission said = read(R"({"properties": {"q": )" + schema + "}}", encoded);
  if (said.is_good()) return said.data;
  return said.problems.empty() ? said.answers.at(0).problems.at(0) : said.problems[0];
}

TEST(submission, becomes_data_of_the_types_that_the_schema_says) {
  EXPECT_EQ(answer(R"({"type": "string"})", "%2Fq=a+%26%22"), R"({"q":"a &\""})");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=a%0D%0Ab"), R"({"q":"a\nb"})");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=+%2B042+"), R"({"q":42})");
  EXPECT_EQ(answer(R"({"type": "number"})", "/q=1.50"), R"({"q":1.5})");
  EXPECT_EQ(answer(R"({"type": "boolean"})", "/q=true"), R"({"q":true})");
  EXPECT_EQ(answer(R"({"enum": [1, "1", "b"]})", "/q=1"), R"({"q":1})");
  EXPECT_EQ(answer(R"({"type": "array", "items": {"enum": ["a", "b", 3]}})", "/q=a&/q=3"), R"({"q":["a",3]})");
  EXPECT_EQ(answer(R"({"type": "array", "items": {"enum": ["a", "b"]}})", "/q=b&/q=a&/q=b"), R"({"q":["b","a"]})");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=100%25%zz%4"), R"({"q":"100%%zz%4"})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "date-time"})", "/q=2026-11-27T08:30"),
            R"({"q":"2026-11-27T08:30:00Z"})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "date-time"})", "/q=2026-11-27T08:30:10%2B02:00"),
            R"({"q":"2026-11-27T08:30:10+02:00"})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "time"})", "/q=08:30:05"), R"({"q":"08:30:05Z"})");
}

TEST(submission, has_nothing_of_a_field_that_is_empty_and_no_of_a_box_that_is_not_ticked) {
  for (const std::string type : {"string", "integer", "number", "array"})
    EXPECT_EQ(answer("{\"type\": \"" + type + "\"}", "/q="), "{}") << type;
  EXPECT_EQ(answer(R"({"enum": ["a"]})", "/q="), "{}");
  EXPECT_EQ(answer(R"({"type": "boolean"})", ""), R"({"q":false})");
}

TEST(submission, puts_what_stands_in_objects_into_them) {
  const submission said = read(R"({"properties": {"b": {"type": "string"}, "a": {"type": "object", "properties": {
      "y/z": {"type": "string"}, "x": {"type": "object", "properties": {"k": {"type": "integer"}}}}}}})",
                               "/a/y~1z=1&/b=2&/a/x/k=3");
  EXPECT_TRUE(said.is_good());
  EXPECT_EQ(said.data, R"({"a":{"x":{"k":3},"y/z":"1"},"b":"2"})");
}

TEST(submission, says_what_is_wrong_with_what_cannot_be_read) {
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=1.5"), "This is not a whole number.");
  EXPECT_EQ(answer(R"({"type": "integer"})", "/q=99999999999999999999"), "This is not a whole number.");
  EXPECT_EQ(answer(R"({"type": "number"})", "/q=inf"), "This is not a number, as in 1.5.");
  EXPECT_EQ(answer(R"({"type": "number"})", "/q=1e999"), "This is not a number, as in 1.5.");
  EXPECT_EQ(answer(R"({"type": "boolean"})", "/q=maybe"), "This is neither yes nor no.");
  EXPECT_EQ(answer(R"({"enum": ["a"]})", "/q=b"), "This is none of the choices.");
  EXPECT_EQ(answer(R"({"type": "array", "items": {"enum": ["a"]}})", "/q=a&/q=b"), "This is none of the choices.");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=%FF"), "This is not a text in UTF-8.");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=a&/q=b"), "This was answered twice, and not alike.");
  EXPECT_EQ(answer(R"({"type": "string"})", "/q=a&/q=a&/q="), R"({"q":"a"})");
}

TEST(submission, says_what_is_wrong_with_it_by_the_schema) {
  EXPECT_EQ(answer(R"({"type": "string", "format": "email"})", "/q=a"), "This is not an email address.");
  EXPECT_EQ(answer(R"({"type": "string", "format": "date"})", "/q=2026-02-30"),
            "This is not a date, as in 2026-11-27.");
  EXPECT_EQ(answer(R"({"type": "string", "pattern": "^x$"})", "/q=a"), "This is not written as it has to be.");
  EXPECT_EQ(answer(R"({"type": "boolean", "const": true})", ""), "This has to be ticked.");
  EXPECT_EQ(answer(R"({"type": "array", "minItems": 2, "items": {"enum": ["a", "b"]}})", "/q=a"),
            "There have to be at least 2.");
  EXPECT_EQ(read(R"({"required": ["q"], "properties": {"q": {"type": "string"}}})", "/q=").answers[0].problems.at(0),
            "This is needed.");
  // It is there, and cannot be read: that it is missing would be one sentence too many.
  EXPECT_EQ(read(R"({"required": ["q"], "properties": {"q": {"type": "integer"}}})", "/q=x").answers[0].problems.size(),
            1U);
}

TEST(submission, has_what_is_wrong_with_no_question_as_problems_of_the_form) {
  EXPECT_EQ(answer(R"({"type": "string"})", "/other=1"), "/other: Nobody asked for this.");
  EXPECT_EQ(read(R"({"required": ["a_part"], "properties": {"a_part": {"type": "object"}}})", "").problems.at(0),
            "A part: This is needed.");
  std::string many;
  for (int i = 0; i < 1000; ++i) many.append("x").append(std::to_string(i)).append("=1&");
  EXPECT_EQ(read("{}", many).problems.size(), 20U);
}

TEST(submission, survives_any_body) {
  for (const std::string_view body :
       {"&&&", "=", "=/q", "%", "%zz=%", "/q", "/q=%00", "/q[]=1", "/q/0/1=2", "\xff=\xff"})
    EXPECT_NO_THROW(static_cast<void>(read(R"({"properties": {"q": {"type": "string"}}})", body))) << body;
  static_cast<void>(read("{}", std::string(tenon_forms::longest_submission, '&')));
  static_cast<void>(read(R"({"properties": {"q": {"type": "string"}}})", "/q=" + std::string(200'000, 'a')));
}

constexpr std::string_view visit = R"({"title": "Visit", "required": ["name"], "properties": {
    "name": {"type": "string", "title": "Name", "minLength": 3}, "size": {"type": "integer", "title": "Size"}}})";

TEST(forms, send_whoever_filled_a_form_well_to_a_page_that_says_so) {
  scene on(visit);
  const tenon::response answer = on.post("/forms/visit", "/name=Ada&/size=3");
  EXPECT_EQ(answer.status, 303) << answer.body.view();
  EXPECT_EQ(header(answer, "Location"), "/forms/visit/sent");
  EXPECT_TRUE(has(on.get("/forms/visit/sent").body.view(), "Your answers came in, and nothing is wrong with them."));
}

TEST(forms, show_a_form_that_is_filled_badly_again_with_what_was_typed_and_what_is_wrong) {
  scene on(visit);
  const tenon::response answer = on.post("/forms/visit", "/name=%3Cb%3E&/size=many&x=%3Cscript%3E");
  EXPECT_EQ(on.post("/forms/visit", "/name=%3Cb&/size=many").status, 422);
  EXPECT_EQ(answer.status, 422);
  const std::string_view html = answer.body.view();
  EXPECT_TRUE(has(html, "<title>Wrong: Visit</title>")) << html;
  EXPECT_TRUE(has(html, R"(value="&lt;b&gt;")") && has(html, R"(value="many")")) << html;
  EXPECT_TRUE(has(html, R"(<a href="#q2">Size</a>: This is not a whole number.)")) << html;
  EXPECT_FALSE(has(html, "<script>") || has(html, "<b>")) << html;
  EXPECT_EQ(header(answer, "Cache-Control"), "no-store");
  EXPECT_FALSE(header(answer, "Content-Security-Policy").empty());
}

TEST(forms, take_a_form_as_a_browser_sends_it_and_nothing_else) {
  scene on(visit);
  EXPECT_EQ(on.post("/forms/visit", "/name=Ada", "Application/x-www-form-urlencoded; charset=UTF-8").status, 303);
  EXPECT_EQ(on.post("/forms/visit", "{}", "application/json").status, 415);
  EXPECT_EQ(on.post("/forms/none", "/name=Ada").status, 404);
}

TEST(forms, cannot_be_shown_where_their_schema_cannot_be_kept_to) {
  scene on(R"x({"properties": {"a": {"type": "string", "pattern": "a(?=b)"}}})x");
  EXPECT_EQ(on.get("/forms/visit").status, 500);
  EXPECT_EQ(on.post("/forms/visit", "/a=ab").status, 500);
  EXPECT_TRUE(has(on.get("/forms").body.view(), "form visit: the pattern &#39;a(?=b)&#39; cannot be used"));
}

TEST(forms, may_be_sent_by_several_at_once) {
  scene on(visit);
  scene::harness& shared = on.on();
  shared.from_two_threads(
      [&] {
        static constexpr std::array headers{tenon::header{"Content-Type", "application/x-www-form-urlencoded"}};
        const tenon::response answer = shared.send({.method = tenon::method::post,
                                                    .method_name = "POST",
                                                    .target = "/forms/visit",
                                                    .path = "/forms/visit",
                                                    .headers = headers,
                                                    .body = "/name=A&/size=1"});
        ASSERT_EQ(answer.status, 422);
      },
      20);
}

}  // namespace
