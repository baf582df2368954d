#include "tenon/form/rule/form_rule.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/json/tree.hpp"
#include "tenon/word/error.hpp"

namespace {

using tenon::form::appearance, tenon::form::form_rule, tenon::form::form_values;

form_rule rule(std::string_view text) {
  std::vector<tenon::finding> wrong;
  const auto read = tenon::json::tree::parse(text, {}, wrong);
  if (!read) throw std::invalid_argument("no JSON");
  return form_rule(read->root());
}
form_values said(std::initializer_list<std::pair<const char*, const char*>> all) {
  form_values out;
  for (const auto& [name, json] : all) out.set(name, json);
  return out;
}
std::string refusal(std::string_view text) {
  try {
    static_cast<void>(rule(text));
  } catch (const tenon::error& refused) {
    return refused.message();
  }
  return "none";
}

TEST(form_rule, has_the_four_effects_of_json_forms) {
  struct asked {
    const char* effect;
    appearance met, not_met;
  };
  for (const asked& one :
       {asked{"SHOW", appearance::open, appearance::hidden}, asked{"HIDE", appearance::hidden, appearance::open},
        asked{"ENABLE", appearance::open, appearance::closed},
        asked{"DISABLE", appearance::closed, appearance::open}}) {
    const form_rule by =
        rule(std::string(R"({"effect": ")")
                 .append(one.effect)
                 .append(R"(", "condition": {"scope": "#/properties/a", "schema": {"const": true}}})"));
    EXPECT_EQ(by.look_of(said({{"/a", "true"}})), one.met) << one.effect;
    EXPECT_EQ(by.look_of(said({{"/a", "false"}})), one.not_met) << one.effect;
    EXPECT_EQ(by.look_of({}), one.not_met) << one.effect;
  }
}

TEST(form_rule, looks_where_its_scope_leads_also_at_the_whole) {
  const form_rule inside = rule(R"({"effect": "SHOW", "condition": {"scope": "#/properties/of/properties/size",
      "schema": {"minimum": 3}}})");
  EXPECT_EQ(inside.look_of(said({{"/of/size", "3"}})), appearance::open);
  EXPECT_EQ(inside.look_of(said({{"/of/size", "2"}, {"/size", "9"}})), appearance::hidden);
  const form_rule whole = rule(R"({"effect": "SHOW", "condition": {"scope": "#", "schema": {"required": ["b"]}}})");
  EXPECT_EQ(whole.look_of(said({{"/b", "1"}})), appearance::open);
  EXPECT_EQ(whole.look_of(said({{"/a", "1"}})), appearance::hidden);
}

TEST(form_rule, takes_an_expected_value_and_several_conditions) {
  const form_rule all = rule(R"({"effect": "SHOW", "condition": {"type": "AND", "conditions": [
      {"type": "LEAF", "scope": "#/properties/a", "expectedValue": "x"},
      {"type": "OR", "conditions": [{"scope": "#/properties/b", "expectedValue": 1},
                                    {"scope": "#/properties/b", "expectedValue": 2}]}]}})");
  EXPECT_EQ(all.look_of(said({{"/a", "\"x\""}, {"/b", "2"}})), appearance::open);
  EXPECT_EQ(all.look_of(said({{"/a", "\"x\""}, {"/b", "3"}})), appearance::hidden);
  EXPECT_EQ(all.look_of(said({{"/a", "\"y\""}, {"/b", "2"}})), appearance::hidden);
}

TEST(form_rule, is_not_met_by_nothing_where_it_says_so) {
  constexpr std::string_view any = R"({"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": {"not":
      {"const": 1}}}})";
  constexpr std::string_view some = R"({"effect": "SHOW", "condition": {"scope": "#/properties/a",
      "failWhenUndefined": true, "schema": {"not": {"const": 1}}}})";
  EXPECT_EQ(rule(any).look_of({}), appearance::open);
  EXPECT_EQ(rule(some).look_of({}), appearance::hidden);
  EXPECT_EQ(rule(some).look_of(said({{"/a", "2"}})), appearance::open);
}

TEST(form_rule, that_cannot_be_kept_to_is_refused_with_what_is_wrong) {
  EXPECT_EQ(refusal(R"({"effect": "show", "condition": {"scope": "#", "schema": {}}})"),
            "its effect is 'show': write SHOW, HIDE, ENABLE or DISABLE; the nearest is SHOW");
  EXPECT_EQ(refusal(R"({"effect": "SHOW"})"), "it has no condition");
  EXPECT_EQ(refusal(R"({"effect": "SHOW", "condition": {"scope": "a", "schema": {}}})"),
            "its condition has the scope 'a', which leads nowhere");
  EXPECT_EQ(refusal(R"({"effect": "SHOW", "condition": {"scope": "#/properties/a"}})"),
            "its condition has neither a schema nor an expectedValue");
  EXPECT_EQ(refusal(R"({"effect": "SHOW", "condition": {"type": "AND", "conditions": []}})"), "AND has no conditions");
  std::string deep = R"({"scope": "#", "schema": {}})";
  for (int i = 0; i < 10; ++i) deep = R"({"type": "OR", "conditions": [)" + deep + "]}";
  EXPECT_EQ(refusal(R"({"effect": "SHOW", "condition": )" + deep + "}"),
            "its conditions lie deeper than 8 in each other");
  EXPECT_NE(refusal(R"_({"effect": "SHOW", "condition": {"scope": "#", "schema": {"pattern": "(?=a)"}}})_"), "none");
}

}  // namespace
