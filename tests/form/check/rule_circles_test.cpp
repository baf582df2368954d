// Rules that wait for each other, as those hear it who write a form.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

std::string ruled(std::string_view question, std::string_view effect, std::string_view asks_about,
                  std::string_view schema = R"({"const": "x"})") {
  return std::string(R"({"type": "Control", "scope": "#/properties/)")
      .append(question)
      .append(R"(", "rule": {"effect": ")")
      .append(effect)
      .append(R"(", "condition": {"scope": ")")
      .append(asks_about)
      .append(R"(", "schema": )")
      .append(schema)
      .append("}}}");
}

strings circles_of(std::string_view elements, std::string_view schema = {}) {
  constexpr std::string_view usual = R"({"properties": {"a": {"type": "string"}, "b": {"type": "string"},
    "c": {"type": "string"}, "g": {"type": "object", "properties": {"d": {"type": "string"}}}}})";
  written_bundle bundle;
  bundle.form("visit", schema.empty() ? usual : schema,
              "{\"type\": \"VerticalLayout\", \"elements\": [\n" + std::string(elements) + "]}");
  strings out;
  const tenon::form::report found = bundle.found();
  for (const auto& one : found.warnings())
    if (one.message.starts_with("rule in a circle: "))
      out.push_back(one.pointer + ":" + std::to_string(one.line) + one.message.substr(16));
  return out;
}

TEST(a_rule, that_hides_what_it_asks_about_is_a_warning) {
  const std::string itself = "/elements/0/rule:2: it hides what its own condition asks about";
  EXPECT_EQ(circles_of(ruled("a", "HIDE", "#/properties/a")), strings{itself});
  EXPECT_EQ(circles_of(ruled("a", "SHOW", "#/properties/a")), strings{itself});
  EXPECT_EQ(circles_of(ruled("a", "DISABLE", "#/properties/a")), strings{}) << "its answer stays";
  EXPECT_EQ(circles_of(ruled("g", "HIDE", "#/properties/g/properties/d")), strings{itself});
  EXPECT_EQ(circles_of(R"({"type": "Group", "elements": [{"type": "Control", "scope": "#/properties/b"}], "rule":
    {"effect": "SHOW", "condition": {"type": "OR", "conditions": [{"scope": "#/properties/a", "schema": {}},
      {"scope": "#/properties/b", "expectedValue": "x"}]}}})"),
            strings{itself});
}

TEST(rules, that_hide_what_the_other_asks_about_are_each_a_warning) {
  EXPECT_EQ(
      circles_of(ruled("a", "HIDE", "#/properties/b") + ",\n" + ruled("b", "SHOW", "#/properties/a")),
      (strings{"/elements/0/rule:2: it asks about what the rule at /elements/1/rule hides, and that about what this "
               "one hides",
               "/elements/1/rule:3: it asks about what the rule at /elements/0/rule hides, and that about what this "
               "one hides"}));
  const strings three = circles_of(ruled("a", "HIDE", "#/properties/b") + ", " + ruled("b", "SHOW", "#/properties/c") +
                                   ", " + ruled("c", "SHOW", "#/properties/a"));
  ASSERT_EQ(three.size(), 3U);
  EXPECT_EQ(three[0],
            "/elements/0/rule:2: it asks about what the rule at /elements/1/rule hides, that about what the one at "
            "/elements/2/rule hides, and that about what this one hides");
}

TEST(rules, that_wait_for_others_without_a_circle_are_no_warning) {
  EXPECT_EQ(circles_of(ruled("a", "HIDE", "#/properties/b") + ", " + ruled("b", "SHOW", "#/properties/c") + ", " +
                       R"({"type": "Control", "scope": "#/properties/c"})"),
            strings{});
  EXPECT_EQ(circles_of(ruled("a", "HIDE", "#/properties/b") + ", " + ruled("b", "DISABLE", "#/properties/a")),
            strings{});
  EXPECT_EQ(circles_of(ruled("a", "SHOW", "#/properties/b") + R"(, {"type": "Control", "scope": "#/properties/b"}, )" +
                       ruled("b", "SHOW", "#/properties/a")),
            strings{})
      << "b is there whatever that rule says";
}

TEST(a_rule, about_the_whole_form_asks_about_what_its_schema_names) {
  EXPECT_EQ(circles_of(ruled("a", "HIDE", "#", R"({"properties": {"b": {"const": "x"}}, "required": ["b"]})")),
            strings{});
  EXPECT_EQ(circles_of(ruled("a", "HIDE", "#", R"({"type": "object", "required": ["a"]})")).size(), 1U);
  EXPECT_EQ(circles_of(ruled("a", "HIDE", "#", R"({"not": {"properties": {"a": {"const": "x"}}}})")).size(), 1U);
  EXPECT_EQ(circles_of(ruled("a", "HIDE", "#", "{}")), strings{});
}

TEST(a_rule, of_a_list_is_looked_at_with_those_of_the_same_entry) {
  constexpr std::string_view schema =
      R"({"properties": {"l": {"type": "array", "items": {"type": "object", "properties": {
    "a": {"type": "string"}, "b": {"type": "string"}}}}, "m": {"type": "array", "items": {"type": "object", "properties": {
    "a": {"type": "string"}, "b": {"type": "string"}}}}}})";
  const auto list = [](std::string_view of, const std::string& elements) {
    return std::string(R"({"type": "Control", "scope": "#/properties/)")
        .append(of)
        .append(R"(", "options": {"detail": {"type": "VerticalLayout", "elements": [)")
        .append(elements)
        .append("]}}}");
  };
  const std::string a = ruled("a", "HIDE", "#/properties/b"), b = ruled("b", "HIDE", "#/properties/a");
  EXPECT_EQ(circles_of(list("l", a + ", " + b), schema).size(), 2U);
  EXPECT_EQ(circles_of(list("l", a) + ", " + list("m", b), schema), strings{});
  EXPECT_EQ(circles_of(list("l", ruled("a", "SHOW", "#/properties/a")), schema),
            strings{"/elements/0/options/detail/elements/0/rule:2: it hides what its own condition asks about"});
}

TEST(rules, of_a_form_with_thousands_of_them_take_no_long_look) {
  std::string schema = R"({"properties": {"q0": {"type": "string"})",
              elements = R"({"type": "Control", "scope": "#/properties/q0"})";
  for (int i = 1; i < 2'000; ++i) {
    const std::string name = "q" + std::to_string(i);
    schema += ", \"" + name + R"(": {"type": "string"})";
    elements += ", " + ruled(name, "SHOW", "#/properties/q" + std::to_string(i - 1));
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(circles_of(elements, schema + "}}"), strings{});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(rules, that_read_too_much_to_be_looked_at_are_told_so) {
  std::string properties, elements;
  for (int i = 0; i < 150; ++i) {
    const std::string name = "q" + std::to_string(i);
    properties.append(i == 0 ? "" : ", ").append("\"").append(name).append(R"(": {"type": "string"})");
    elements.append(i == 0 ? "" : ", ").append(ruled("g/properties/" + name, "HIDE", "#/properties/g"));
  }
  written_bundle bundle;
  bundle.form("visit", R"({"properties": {"g": {"type": "object", "properties": {)" + properties + "}}}}",
              R"({"type": "VerticalLayout", "elements": [)" + elements + "]}");
  EXPECT_EQ(bundle.warnings(),
            strings{"whether rules of this form wait for each other is not looked at: they read too much"});
}

}  // namespace
