// Forms with rules in their UI schema.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "stage.hpp"

using stage::has;

namespace {

constexpr std::string_view with_rules = R"({"type": "object", "required": ["kind", "legs"], "properties": {
    "kind": {"type": "string", "enum": ["beast", "plant"]},
    "legs": {"type": "integer", "title": "Legs", "minimum": 1},
    "tame": {"type": "boolean"},
    "name": {"type": "string", "title": "Name"},
    "notes": {"type": "string", "title": "Notes"}}})";
// Legs have beasts, names have tame beasts, and there are no notes about plants.
constexpr std::string_view rules_ui = R"({"type": "VerticalLayout", "elements": [
    {"type": "Control", "scope": "#/properties/kind"},
    {"type": "Group", "label": "Beast", "elements": [
       {"type": "Control", "scope": "#/properties/legs"}, {"type": "Control", "scope": "#/properties/tame"}],
     "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/kind", "schema": {"const": "beast"}}}},
    {"type": "Control", "scope": "#/properties/name",
     "rule": {"effect": "HIDE", "condition": {"scope": "#/properties/tame", "schema": {"not": {"const": true}}}}},
    {"type": "Control", "scope": "#/properties/notes",
     "rule": {"effect": "DISABLE", "condition": {"scope": "#/properties/kind", "expectedValue": "plant"}}}]})";

class form_with_rules : public testing::Test {
 protected:
  tenon::response send(std::string_view body) { return on_.post("/forms/visit", body); }
  stage::scene on_{with_rules, rules_ui};
};

TEST_F(form_with_rules, shows_at_first_what_nothing_said_shows) {
  const std::string page(on_.get("/forms/visit").body.view());
  EXPECT_TRUE(has(page, "name=\"/kind\"") && has(page, "name=\"/notes\"")) << page;
  EXPECT_FALSE(has(page, "name=\"/legs\"") || has(page, "Beast") || has(page, "name=\"/name\"")) << page;
  EXPECT_TRUE(has(page, R"(<input type="hidden" name="looks" value="hho">)")) << page;
}

TEST_F(form_with_rules, asks_for_what_answers_have_opened_before_it_takes_them) {
  const tenon::response more = send("looks=hho&/kind=beast&/notes=n");
  const std::string page(more.body.view());
  EXPECT_EQ(more.status, 200);
  EXPECT_TRUE(has(page, "By your answers there is more to ask.")) << page;
  EXPECT_TRUE(has(page, "name=\"/legs\"") && has(page, "Beast")) << page;
  EXPECT_TRUE(has(page, R"(name="looks" value="oho")")) << page;
  EXPECT_FALSE(has(page, "Wrong")) << page;
  EXPECT_EQ(send("looks=oho&/kind=beast").status, 422) << "legs are needed now";
  EXPECT_EQ(send("looks=oho&/kind=beast&/legs=4").status, 303);
  EXPECT_EQ(send("/kind=beast&/legs=4").status, 303) << "of a client that has no page";
}

TEST_F(form_with_rules, miss_nothing_that_is_hidden_and_keep_none_of_it) {
  EXPECT_EQ(send("looks=hho&/kind=plant").status, 303);
  EXPECT_EQ(send("looks=oho&/kind=plant&/legs=none").status, 303);
  const tenon::response wrong = send("looks=hho&/kind=plant&/unknown=1&/legs=4");
  EXPECT_EQ(wrong.status, 422);
  const std::string page(wrong.body.view());
  EXPECT_TRUE(has(page, R"(<input type="hidden" name="/legs" value="4">)"))
      << "it is there again with its field: " << page;
}

// Each hidden question that the first part of an allOf demands is a finding that is passed over, and a validator that
// found one looks at no other part.
TEST(form_with_hidden_questions, has_what_is_wrong_with_another_one_found_however_many_they_are) {
  for (const int hidden : {1, 300, 3000}) {
    std::string needed, asked, laid_out;
    for (int i = 0; i < hidden; ++i) {
      const std::string name = "q" + std::to_string(i);
      needed += (i == 0 ? "\"" : ", \"") + name + "\"";
      asked += "\"" + name + "\": {\"type\": \"string\"}, ";
      laid_out += R"({"type": "Control", "scope": "#/properties/)" + name + "\"}, ";
    }
    const std::string schema = R"({"type": "object", "allOf": [{"required": [)" + needed + R"(]}, {"properties": {)" +
                               asked + R"("zn": {"type": "integer", "maximum": 5}}}]})";
    const std::string ui =
        R"({"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/zn"},
          {"type": "VerticalLayout", "rule": {"effect": "HIDE", "condition": {"scope": "#", "schema": true}},
           "elements": [)" +
        laid_out + R"({"type": "Label", "text": "The end"}]}]})";
    stage::scene on(schema, ui);
    EXPECT_EQ(on.post("/forms/visit", "/zn=99").status, 422) << hidden;
    EXPECT_EQ(on.post("/forms/visit", "/zn=3").status, hidden < 2000 ? 303 : 422);
  }
}

TEST_F(form_with_rules, follow_rules_that_wait_for_what_others_hide) {
  EXPECT_TRUE(has(send("looks=oho&/kind=beast&/legs=4&/tame=true").body.view(), "name=\"/name\""));
  const std::string page(send("looks=ooo&/kind=plant&/legs=4&/tame=true&/name=Rex&/unknown=1").body.view());
  EXPECT_TRUE(has(page, R"(name="looks" value="hhc")")) << page;
  EXPECT_TRUE(has(page, R"(<input type="hidden" name="/name" value="Rex">)")) << page;
}

TEST_F(form_with_rules, give_what_is_disabled_no_field_and_take_its_answer) {
  const std::string page(send("looks=hho&/kind=plant&/notes=green%3C&/unknown=1").body.view());
  EXPECT_TRUE(has(page, "<fieldset class=\"closed\" disabled>")) << page;
  EXPECT_TRUE(has(page, R"(<input type="hidden" name="/notes" value="green&lt;">)")) << page;
}

// `q0` to `q30`, each there where the one before says yes.
std::string chain_of_rules(std::string_view of_first) {
  std::string out = R"({"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/q0")";
  out.append(of_first).append("}");
  for (int i = 30; i > 0; --i)
    out.append(R"(, {"type": "Control", "scope": "#/properties/q)")
        .append(std::to_string(i))
        .append(R"(", "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/q)")
        .append(std::to_string(i - 1))
        .append(R"(", "expectedValue": "yes"}}})");
  return out.append("]}");
}
std::string questions() {
  std::string out = R"({"properties": {"q0": {"type": "string"})";
  for (int i = 1; i <= 30; ++i)
    out.append(", \"q").append(std::to_string(i)).append("\": {\"type\": \"string\", \"enum\": [\"yes\"]}");
  return out.append("}}");
}

TEST(forms, with_rules_that_wait_for_each_other_hide_all_that_waits_for_what_is_hidden) {
  stage::scene on(questions(), chain_of_rules(""));
  std::string body = "/q0=no&/unknown=1";
  for (int i = 1; i <= 30; ++i) body.append("&/q").append(std::to_string(i)).append("=yes");
  const std::string page(on.post("/forms/visit", body).body.view());
  EXPECT_TRUE(has(page, "name=\"looks\" value=\"" + std::string(30, 'h') + "\"")) << page;
}

TEST(forms, with_rules_in_a_circle_are_not_taken) {
  stage::scene on(R"({"properties": {"a": {"type": "string"}, "b": {"type": "string"}}})", R"({"type": "Group",
      "elements": [
        {"type": "Control", "scope": "#/properties/a", "rule": {"effect": "HIDE", "condition":
          {"scope": "#/properties/b", "expectedValue": "x"}}},
        {"type": "Control", "scope": "#/properties/b", "rule": {"effect": "SHOW", "condition":
          {"scope": "#/properties/a", "expectedValue": "x"}}}]})");
  const tenon::response answer = on.post("/forms/visit", "/a=x&/b=x");
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(has(answer.body.view(), "wait for each other in a circle"));
  EXPECT_EQ(on.post("/forms/visit", "/a=y").status, 303);
}

TEST(forms, with_a_rule_that_hides_what_it_asks_about_come_to_an_end_and_to_the_same_each_time) {
  stage::scene on(R"({"properties": {"a": {"type": "string"}, "b": {"type": "string", "default": "x"}}})",
                  R"({"type": "Group", "elements": [
        {"type": "Control", "scope": "#/properties/a", "rule": {"effect": "HIDE", "condition":
          {"scope": "#/properties/a", "expectedValue": "x"}}},
        {"type": "Control", "scope": "#/properties/b"}]})");
  const tenon::response first = on.post("/forms/visit", "/a=x"), second = on.post("/forms/visit", "/a=x");
  EXPECT_EQ(first.status, 422);
  EXPECT_TRUE(has(first.body.view(), "wait for each other in a circle"));
  EXPECT_EQ(first.body.view(), second.body.view());
  EXPECT_EQ(on.post("/forms/visit", "/a=y").status, 303) << "which does not hide it";
  EXPECT_EQ(on.post("/forms/visit", "").status, 303);
}

TEST(forms, with_a_rule_that_cannot_be_kept_to_show_what_it_is_about) {
  stage::scene on(R"({"properties": {"a": {"type": "string"}}})",
                  R"({"type": "Control", "scope": "#/properties/a", "rule": {"effect": "APPEAR", "condition": {}}})");
  const std::string page(on.get("/forms/visit").body.view());
  EXPECT_TRUE(has(page, "name=\"/a\"") && has(page, "so it is always here")) << page;
  EXPECT_TRUE(
      has(on.get("/forms/visit/init").body.view(), "its effect is 'APPEAR': write SHOW, HIDE, ENABLE or DISABLE"));
}

}  // namespace
