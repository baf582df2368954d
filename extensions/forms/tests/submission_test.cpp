#include "../submission.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "stage.hpp"
#include "submitted.hpp"

using stage::has;
using stage::header;
using stage::read;
using stage::scene;
using tenon_forms::submission;

namespace {

TEST(submission, puts_what_stands_in_objects_into_them) {
  const submission said = read(R"({"properties": {"b": {"type": "string"}, "a": {"type": "object", "properties": {
      "y/z": {"type": "string"}, "x": {"type": "object", "properties": {"k": {"type": "integer"}}}}}}})",
                               "/a/y~1z=1&/b=2&/a/x/k=3");
  EXPECT_TRUE(said.is_good());
  EXPECT_EQ(said.data, R"({"a":{"x":{"k":3},"y/z":"1"},"b":"2"})");
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
  const tenon::response sent = on.get("/forms/visit/sent");
  EXPECT_TRUE(has(sent.body.view(), "Your answers came in, and nothing is wrong with them."));
  EXPECT_TRUE(has(sent.body.view(), "<a href=\"/forms/visit\">Fill in another one</a>"));
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
