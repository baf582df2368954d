// What answers begin with.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "stage.hpp"

using stage::has;

namespace {

std::string page_of(std::string_view properties) {
  stage::scene on(std::string(R"({"definitions": {"size": {"type": "integer"}}, "type": "object", "properties": )")
                      .append(properties)
                      .append("}"));
  return std::string(on.get("/forms/visit").body.view());
}

TEST(defaults, are_what_a_form_begins_with) {
  const std::string page = page_of(R"({
    "name": {"type": "string", "default": "<Ada>"},
    "size": {"$ref": "#/definitions/size", "default": 4},
    "consent": {"type": "boolean", "default": true},
    "season": {"type": "string", "enum": ["dry", "wet"], "default": "wet"},
    "crops": {"type": "array", "uniqueItems": true, "items": {"enum": ["rice", "maize", "beans"]},
      "default": ["rice", "beans"]}
  })");
  EXPECT_TRUE(has(page, R"(value="&lt;Ada&gt;")")) << page;
  EXPECT_TRUE(has(page, R"(value="4")")) << page;
  EXPECT_TRUE(has(page, R"(value="true" checked)")) << page;
  EXPECT_TRUE(has(page, R"(<option value="wet" selected>)")) << page;
  EXPECT_TRUE(has(page, R"(value="rice" checked)") && has(page, R"(value="beans" checked)")) << page;
  EXPECT_FALSE(has(page, R"(value="maize" checked)")) << page;
}

TEST(defaults, that_could_be_no_answer_are_none_and_nobody_is_blamed) {
  const std::string page = page_of(R"({
    "size": {"type": "integer", "default": "many"},
    "season": {"type": "string", "enum": ["dry", "wet"], "default": "snow"},
    "photo": {"type": "object", "format": "photo", "default": "a.png"},
    "word": {"type": "string", "x-dynamicEnum": {"function": "echo", "params": {"word": "yes"}}, "default": "no"}
  })");
  EXPECT_FALSE(has(page, "many") || has(page, "snow") || has(page, "a.png")) << page;
  EXPECT_FALSE(has(page, "class=\"problem\"") || has(page, "aria-invalid")) << page;
}

TEST(defaults, are_put_in_for_nobody_who_sends_something_else) {
  stage::scene on(R"({"type": "object", "required": ["name"], "properties": {
    "name": {"type": "string", "default": "Ada"}}})");
  for (const char* sent : {"/name=", ""}) {
    const tenon::response answer = on.post("/forms/visit", sent);
    EXPECT_EQ(answer.status, 422);
    EXPECT_FALSE(has(answer.body.view(), "Ada")) << answer.body.view();
  }
}

TEST(defaults, are_what_an_entry_begins_with_that_is_added_to_a_list_and_no_other_entry) {
  stage::scene on(
      R"({"type": "object", "properties": {"people": {"type": "array", "items": {"type": "object", "properties": {
    "name": {"type": "string", "default": "Ada"}, "here": {"type": "boolean", "default": true}}}}}})");
  const tenon::response answer = on.post("/forms/visit", "/people=1&/people/0/name=&add=/people");
  const std::string_view page = answer.body.view();
  const std::size_t second = page.find("/people/1/name");
  ASSERT_NE(second, page.npos) << page;
  EXPECT_FALSE(has(page.substr(0, second), "Ada") || has(page.substr(0, second), " checked")) << page;
  EXPECT_TRUE(has(page.substr(second), R"(value="Ada")") && has(page.substr(second), R"(value="true" checked)"))
      << page;
}

}  // namespace
