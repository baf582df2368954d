// Plans of forms with lists of objects.
#include <gtest/gtest.h>

#include <string>

#include "../drawn.hpp"

using drawing::has;
using drawing::plan;

namespace {

constexpr std::string_view people =
    R"({"properties": {"people": {"type": "array", "items": {"$ref": "#/definitions/p"}},
    "z": {"type": "string"}}, "definitions": {"p": {"type": "object", "properties": {"name": {"type": "string"},
    "of": {"type": "object", "properties": {"age": {"type": "integer"}}}}}}})";

TEST(form_plan_with_a_list, has_no_entries_at_first_where_there_may_be_none) {
  const tenon::form::form_plan made = plan(people);
  ASSERT_EQ(made.question_count(), 2U);
  EXPECT_TRUE(made.has_lists());
  EXPECT_EQ(made.question(0).name, "/people");
  EXPECT_EQ(made.question(1).name, "/z");
  EXPECT_FALSE(plan(R"({"properties": {"q": {"type": "array", "items": {"enum": ["a"]}}}})").has_lists());
}

TEST(form_plan_with_a_list, has_the_entries_that_it_is_told_and_all_their_questions_in_order) {
  const auto made = plan(people).with_entries([](const auto&) { return 2; });
  std::string names;
  for (std::size_t i = 0; i < made->question_count(); ++i) names.append(made->question(i).name).append(" ");
  EXPECT_EQ(names, "/people /people/0/name /people/0/of/age /people/1/name /people/1/of/age /z ");
  for (std::size_t i = 0; i < made->question_count(); ++i) EXPECT_EQ(made->find(made->question(i).name), i);
  EXPECT_EQ(made->question(4).entry, "People 2");
  EXPECT_NE(made->question(1).id, made->question(3).id);
  EXPECT_EQ(made->with_entries([](const auto&) { return 0; })->question_count(), 2U);
}

TEST(form_plan_with_a_list, shows_what_the_data_say) {
  constexpr std::string_view data = R"({"people": [{"name": "Ada"}, {"of": {"age": 7}}]})";
  std::vector<tenon::finding> ignored;
  const auto read = tenon::json::tree::parse(data, {}, ignored);
  const auto made = plan(people).with_entries_of(read->root());
  const std::string page = drawing::html(*made, data);
  EXPECT_TRUE(has(page, R"(name="/people/0/name" value="Ada")")) << page;
  EXPECT_TRUE(has(page, R"(name="/people/1/of/age" value="7")")) << page;
}

TEST(form_plan_with_a_list, stays_within_its_bounds) {
  const auto made = plan(people).with_entries([](const auto&) { return 1'000'000; });
  EXPECT_EQ(made->root().elements[0].elements.size(), 100U);
  EXPECT_TRUE(
      has(drawing::html(plan(R"({"required": ["a"], "properties": {"a": {"type": "array", "minItems": 200, "items":
      {"type": "object", "properties": {"b": {"type": "string"}}}}}})")),
          "so it cannot be sent"));
  const tenon::form::form_plan circle = plan(R"({"properties": {"a": {"$ref": "#/definitions/a"}}, "definitions": {"a":
      {"type": "array", "items": {"type": "object", "properties": {"a": {"$ref": "#/definitions/a"}}}}}})");
  const auto full = circle.with_entries([](const auto&) { return 10; });
  EXPECT_LE(full->question_count(), 5'000U);
  EXPECT_TRUE(has(drawing::html(*full), "There is no room for more of these in this form."));
}

TEST(form_plan_with_a_list, asks_for_no_file_inside_of_it) {
  const tenon::form::form_plan made = plan(R"({"required": ["trees"], "properties": {"trees": {"type": "array",
      "minItems": 1, "items": {"type": "object", "properties": {"photo": {"type": "object", "format": "photo"},
      "name": {"type": "string"}}}}}})");
  EXPECT_FALSE(made.has_files());
  const std::string page = drawing::html(made);
  EXPECT_TRUE(has(page, "none is taken inside of a list, so this cannot be asked here.")) << page;
  EXPECT_TRUE(has(page, R"(name="/trees/0/name")") && !has(page, R"(name="/trees/0/photo)")) << page;
}

}  // namespace
