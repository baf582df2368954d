// Forms that ask for lists of objects.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "kept_forms.hpp"
#include "stage.hpp"
#include "submitted.hpp"

using stage::has;
using stage::read;

namespace {

constexpr std::string_view people_schema = R"({"type": "object", "required": ["people"], "properties": {
    "place": {"type": "string", "title": "Place"},
    "people": {"type": "array", "title": "People", "minItems": 1, "maxItems": 3, "items": {
      "type": "object", "title": "Person", "required": ["name"], "properties": {
        "name": {"type": "string", "title": "Name", "minLength": 2},
        "age": {"type": "integer", "title": "Age", "minimum": 0},
        "pets": {"type": "array", "title": "Pets", "items": {"type": "object", "properties": {
          "name": {"type": "string", "title": "Pet's name"}}}}}}}}})";
constexpr std::string_view loose_list = R"({"properties": {"list": {"type": "array", "title": "List", "items": {
    "type": "object", "properties": {"x": {"type": "string", "title": "X"}}}}}})";

class form_with_a_list : public testing::Test {
 protected:
  tenon::response send(std::string_view body) { return on_.post("/forms/visit", body); }
  stage::scene on_{people_schema};
};

TEST_F(form_with_a_list, shows_as_many_entries_as_there_have_to_be_each_with_its_fields) {
  const std::string page(on_.get("/forms/visit").body.view());
  EXPECT_TRUE(has(page, R"(<input type="hidden" class="count" name="/people" value="1">)")) << page;
  EXPECT_TRUE(has(page, "<legend>Person 1</legend>") && !has(page, "Person 2")) << page;
  EXPECT_TRUE(has(page, R"(name="/people/0/name" required)") && has(page, R"(name="/people/0/age")")) << page;
  EXPECT_TRUE(has(page, "At least 1. At most 3.")) << page;
  EXPECT_TRUE(has(page, R"(<button name="add" formnovalidate value="/people")")) << page;
  EXPECT_FALSE(has(page, R"(value="/people/0")")) << "one there has to be: " << page;
  EXPECT_LT(page.find(">Send</button>"), page.find("name=\"add\"")) << "Enter in a field sends the form: " << page;
}

TEST_F(form_with_a_list, has_one_entry_more_where_that_is_asked_for_and_keeps_what_was_typed) {
  const tenon::response more = send("/place=Here&/people=1&/people/0/name=A%3Cb&/people/0/age=old&add=/people");
  const std::string page(more.body.view());
  EXPECT_EQ(more.status, 200);
  EXPECT_TRUE(has(page, R"(name="/people" value="2")")) << page;
  EXPECT_TRUE(has(page, R"(value="A&lt;b")") && has(page, R"(value="old")") && has(page, R"(value="Here")")) << page;
  EXPECT_TRUE(has(page, "<legend>Person 2</legend>") && has(page, R"(name="/people/1/name")")) << page;
  EXPECT_FALSE(has(page, "Wrong")) << page;
  const std::string full(send("/people=2&add=/people").body.view());
  EXPECT_TRUE(has(full, "Person 3") && !has(full, R"(name="add" formnovalidate value="/people")")) << full;
  EXPECT_FALSE(has(send("/people=3&add=/people").body.view(), "Person 4"));
}

TEST_F(form_with_a_list, loses_the_entry_that_is_taken_away_and_no_other) {
  const tenon::response less = send(
      "/people=3&/people/0/name=Ada&/people/1/name=Bob&/people/1/age=7&/people/2/name=Cay&/people/2/pets=1"
      "&/people/2/pets/0/name=Rex&remove=/people/1");
  const std::string page(less.body.view());
  EXPECT_EQ(less.status, 200);
  EXPECT_TRUE(has(page, R"(name="/people" value="2")") && !has(page, "Bob") && !has(page, "value=\"7\"")) << page;
  EXPECT_TRUE(has(page, R"(name="/people/0/name" required value="Ada")")) << page;
  EXPECT_TRUE(has(page, R"(name="/people/1/name" required value="Cay")")) << page;
  EXPECT_TRUE(has(page, R"(name="/people/1/pets/0/name" value="Rex")")) << page;
}

TEST_F(form_with_a_list, says_what_is_wrong_at_the_field_of_its_entry) {
  const tenon::response wrong = send("/people=2&/people/0/name=Ada&/people/1/name=B&/people/1/age=old");
  const std::string page(wrong.body.view());
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(has(page, "Person 2, Name</a>: This has to have at least 2 characters.")) << page;
  EXPECT_TRUE(has(page, "Person 2, Age</a>: This is not a whole number.")) << page;
  EXPECT_FALSE(has(page, "Person 1,")) << page;
  EXPECT_TRUE(has(page, R"(value="old")")) << page;
  EXPECT_TRUE(has(send("/people=1").body.view(), "Person 1, Name</a>: This is needed."));
  EXPECT_TRUE(has(send("/place=x").body.view(), "People</a>: This is needed."));
}

TEST_F(form_with_a_list, holds_to_how_many_there_may_be) {
  std::string body = "/people=4";
  for (const char* i : {"0", "1", "2", "3"}) body.append("&/people/").append(i).append("/name=Ada");
  const tenon::response many = send(body);
  EXPECT_EQ(many.status, 422);
  EXPECT_TRUE(has(many.body.view(), "There have to be at most 3.")) << many.body.view();
  EXPECT_TRUE(has(many.body.view(), "Person 4")) << "what was typed stays";
}

TEST(submission, makes_a_list_of_what_its_entries_say) {
  const tenon_forms::submission said = read(
      people_schema,
      "/people=2&/people/0/name=Ada&/people/1/name=Bob&/people/1/age=7&/people/1/pets=2&/people/1/pets/1/name=Rex");
  EXPECT_TRUE(said.is_good());
  EXPECT_EQ(said.data, R"({"people":[{"name":"Ada"},{"age":7,"name":"Bob","pets":[{},{"name":"Rex"}]}]})");
}

TEST(submission, has_entries_in_their_order_also_where_there_are_more_than_ten) {
  std::string body = "/list=12", wanted;
  for (int i = 0; i < 12; ++i) {
    body.append("&/list/").append(std::to_string(i)).append("/x=").append(std::to_string(i));
    wanted.append(i == 0 ? "" : ",").append("{\"x\":\"").append(std::to_string(i)).append("\"}");
  }
  EXPECT_EQ(read(loose_list, body).data, "{\"list\":[" + wanted + "]}");
}

TEST(submission, says_nothing_of_a_list_that_has_no_entries) {
  EXPECT_EQ(read(loose_list, "/list=0").data, "{}");
  EXPECT_EQ(read(loose_list, "").data, "{}");
  EXPECT_TRUE(read(loose_list, "/list=0").is_good());
}

TEST(submission, counts_the_entries_of_a_client_that_does_not_say_how_many_there_are) {
  const tenon_forms::submission said = read(loose_list, "/list/0/x=a&/list/1/x=b");
  EXPECT_TRUE(said.is_good());
  EXPECT_EQ(said.data, R"({"list":[{"x":"a"},{"x":"b"}]})");
}

TEST(submission, takes_no_entries_but_those_of_its_list) {
  for (const std::string_view body : {"/list/1/x=a",
                                      "/list=1&/list/0/x=a&/list/1/x=b",
                                      "/list/0/x=a&/list/2/x=b",
                                      "/list/-1/x=a",
                                      "/list/00/x=a",
                                      "/list/999999999/x=a",
                                      "/list/99999999999999999999999/x=a",
                                      "/list/0=a",
                                      "/list/x=a",
                                      "/list//x=a",
                                      "/list=-1",
                                      "/list=x",
                                      "/list=1e9",
                                      "/list=",
                                      "/list=01",
                                      "/list[0].x=a",
                                      "/list=999999999",
                                      "/list=2&/list=1",
                                      "/list=18446744073709551616",
                                      "/list=101",
                                      "remove=/list/0&add=/list&/list/-/x=a",
                                      "add=",
                                      "remove=x",
                                      "remove=/list/99999999999999999999999&/list=1",
                                      "/list/0/x/0/x=a"}) {
    const tenon_forms::submission said = read(loose_list, body);
    EXPECT_TRUE(said.is_unfinished || !said.is_good()) << body << ": " << said.data;
    ASSERT_TRUE(said.entries);
    EXPECT_LE(said.entries->root().elements.at(0).elements.size(), 100U) << body;
  }
}

TEST(submission, refuses_a_field_of_an_entry_that_was_answered_twice_and_not_alike) {
  EXPECT_FALSE(read(loose_list, "/list=1&/list/0/x=a&/list/0/x=b").is_good());
  EXPECT_TRUE(read(loose_list, "/list=1&/list/0/x=a&/list/0/x=a").is_good());
}

// A hundred in each of a hundred would be ten thousand.
TEST(submission, has_no_more_entries_of_lists_in_lists_than_a_form_may_have_elements) {
  std::string body = "/people=100";
  for (int i = 0; i < 100; ++i) body.append("&/people/").append(std::to_string(i)).append("/pets=100");
  const tenon_forms::submission said = read(people_schema, body);
  EXPECT_LE(said.entries->question_count(), 5'000U);
  EXPECT_FALSE(said.is_good());
}

TEST(submission, survives_names_that_are_made_of_numbers) {
  std::string body;
  while (body.size() < 200'000) body.append("/1");
  EXPECT_FALSE(read(loose_list, body + "=a&add=" + body + "&remove=" + body).entries->has_rules());
}

constexpr std::string_view with_rule = R"({"type": "Control", "scope": "#/properties/list", "options": {"detail":
    {"type": "VerticalLayout", "elements": [
      {"type": "Control", "scope": "#/properties/kind"},
      {"type": "Control", "scope": "#/properties/legs", "rule": {"effect": "SHOW", "condition":
        {"scope": "#/properties/kind", "expectedValue": "beast"}}}]}}})";
constexpr std::string_view beasts = R"({"properties": {"list": {"type": "array", "items": {"type": "object",
    "required": ["legs"], "properties": {"kind": {"type": "string"}, "legs": {"type": "integer"},
    "other": {"type": "string"}}}}}})";

TEST(form_with_a_list_and_rules, asks_in_each_entry_by_what_was_said_in_that_entry) {
  stage::scene on(beasts, with_rule);
  const tenon::response more = on.post("/forms/visit", "update=&/list=2&/list/0/kind=plant&/list/1/kind=beast");
  const std::string page(more.body.view());
  EXPECT_FALSE(has(page, "name=\"/list/0/legs\"")) << page;
  EXPECT_TRUE(has(page, "name=\"/list/1/legs\"") && has(page, "name=\"looks\" value=\"ho\"")) << page;
  EXPECT_FALSE(has(page, "other")) << "the layout of an entry leaves it out";
  EXPECT_EQ(on.post("/forms/visit", "looks=ho&/list=2&/list/0/kind=plant&/list/1/kind=beast&/list/1/legs=4").status,
            303);
  EXPECT_EQ(on.post("/forms/visit", "looks=ho&/list=2&/list/0/kind=plant&/list/1/kind=beast").status, 422);
}

TEST(form_with_a_list_and_rules, keeps_the_entries_of_a_list_that_is_hidden) {
  stage::scene on(R"({"properties": {"any": {"type": "boolean"}, "list": {"type": "array", "items": {"type": "object",
      "required": ["x"], "properties": {"x": {"type": "string"}}}}}})",
                  R"({"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/any"},
      {"type": "Control", "scope": "#/properties/list", "rule": {"effect": "SHOW", "condition":
        {"scope": "#/properties/any", "expectedValue": true}}}]})");
  const std::string page(on.post("/forms/visit", "update=&looks=o&/list=2&/list/1/x=typed").body.view());
  EXPECT_TRUE(has(page, R"(<input type="hidden" name="/list" value="2">)")) << page;
  EXPECT_TRUE(has(page, R"(<input type="hidden" name="/list/1/x" value="typed">)")) << page;
  EXPECT_FALSE(has(page, "fieldset")) << page;
  EXPECT_EQ(on.post("/forms/visit", "looks=h&/list=2&/list/1/x=typed").status, 303);
}

TEST(form_with_a_list_and_a_function, asks_for_nothing_in_it_that_a_function_has_a_part_in) {
  stage::scene on(
      R"({"properties": {"list": {"type": "array", "minItems": 1, "items": {"type": "object", "properties": {
      "x": {"type": "string", "x-dynamicEnum": {"function": "echo", "params": {"word": "a"}}}}}}}})");
  const std::string page(on.post("/forms/visit", "add=/list").body.view());
  EXPECT_TRUE(has(page, "none is called inside of a list") && !has(page, "name=\"/list/0/x\"")) << page;
  EXPECT_EQ(on.post("/forms/visit", "/list=1&/list/0/x=a").status, 422);
  EXPECT_TRUE(has(on.get("/forms/visit/init").body.view(), "Move it out of the list's items."));
}

class kept_lists : public stage::kept_forms {
 protected:
  kept_lists() {
    stage::write(std::filesystem::path(folder_.path()) / "bundle" / "forms" / "visit" / "schema.json", people_schema);
  }
};

TEST_F(kept_lists, are_shown_entry_by_entry_and_as_one_column_of_a_table) {
  auto on = started();
  ASSERT_EQ(send(*on, "/people=2&/people/0/name=Ada&/people/1/name=Bob&/people/1/age=7&add=/people").status, 200);
  ASSERT_EQ(send(*on, "/people=2&/people/0/name=Ada&/people/1/name=Bob&/people/1/age=7").status, 303);
  const std::string page(see(*on, "/forms/visit/observations/1").body.view());
  EXPECT_TRUE(has(page, "<th scope=\"row\">People</th><td>2</td>")) << page;
  EXPECT_TRUE(has(page, "<th scope=\"row\">Person 2, Age</th><td>7</td>")) << page;
  const std::string lines = all_of(*on, "/forms/visit/observations.jsonl");
  EXPECT_TRUE(has(lines, R"("id":1,)") && !has(lines, R"("id":2,)")) << "Add keeps nothing: " << lines;
  EXPECT_TRUE(has(lines, R"("data":{"people":[{"name":"Ada"},{"age":7,"name":"Bob"}]}})")) << lines;
  const std::string table = all_of(*on, "/forms/visit/observations.csv");
  EXPECT_TRUE(table.starts_with("id,received_at,actor,form_version,place,people\r\n")) << table;
  EXPECT_TRUE(has(table, R"(,"[{""name"":""Ada""},{""age"":7,""name"":""Bob""}]")")) << table;
}

}  // namespace
