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

TEST(defaults, of_objects_fill_what_is_asked_in_them) {
  const std::string page = page_of(R"({
    "where": {"type": "object", "default": {"city": "Bern", "of": {"size": 7}, "unknown": 1}, "properties": {
      "city": {"type": "string"}, "of": {"type": "object", "properties": {"size": {"$ref": "#/definitions/size"}}}}},
    "at": {"type": "object", "format": "gps", "default": {"latitude": -1.5, "longitude": 36.5}},
    "people": {"type": "array", "minItems": 1, "items": {"type": "object", "default": {"name": "Ada"},
      "properties": {"name": {"type": "string"}}}}
  })");
  EXPECT_TRUE(has(page, R"(name="/where/city" value="Bern")")) << page;
  EXPECT_TRUE(has(page, R"(name="/where/of/size" value="7")")) << page;
  EXPECT_TRUE(has(page, R"(value="-1.5")") && has(page, R"(value="36.5")")) << page;
  stage::scene on(R"({"required": ["people"], "default": {"name": "Eve", "of": {"b": 2}}, "properties": {
    "name": {"type": "string"}, "of": {"type": "object", "properties": {"b": {"type": "integer"}}},
    "people": {"type": "array", "minItems": 1, "items": {"type": "object", "default": {"name": "Ada"},
      "properties": {"name": {"type": "string"}}}}}})");
  const std::string whole(on.get("/forms/visit").body.view());
  EXPECT_TRUE(has(whole, R"(name="/name" value="Eve")") && has(whole, R"(name="/of/b" value="2")")) << whole;
  EXPECT_TRUE(has(whole, R"(name="/people/0/name" value="Ada")")) << whole;
}

TEST(defaults, that_are_nearer_go_before_those_around_them) {
  const std::string page = page_of(R"({"a": {"type": "object", "default": {"b": {"c": "far", "d": "far", "e": "far"}},
    "properties": {"b": {"type": "object", "default": {"c": "near", "d": "near"}, "properties": {
      "c": {"type": "string", "default": "own"}, "d": {"type": "string"}, "e": {"type": "string"}}}}}})");
  EXPECT_TRUE(has(page, R"(name="/a/b/c" value="own")")) << page;
  EXPECT_TRUE(has(page, R"(name="/a/b/d" value="near")")) << page;
  EXPECT_TRUE(has(page, R"(name="/a/b/e" value="far")")) << page;
}

TEST(defaults, of_an_object_that_is_read_only_are_its_answer) {
  stage::scene on(R"({"required": ["a"], "properties": {"a": {"type": "object", "readOnly": true, "required": ["b"],
    "default": {"b": "x"}, "properties": {"b": {"type": "string"}}}}})");
  EXPECT_EQ(on.post("/forms/visit", "/a/b=").status, 303);
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
