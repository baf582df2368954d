#include "../field_questions.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tenon/form/plan/draw_form.hpp>
#include <tenon/form/render/renderer_row.hpp>

namespace {

template <class Renderer>
std::string drawn(std::string_view schema, std::string_view ui, std::string_view data) {
  static constexpr tenon::form::renderer_row row = tenon::form::row_of_renderer<Renderer>("field_questions");
  tenon::form::form_init_data of{.form = "visit"};
  of.schema.text = schema;
  of.ui.text = ui;
  const tenon::form::form_plan plan(of, {&row, 1});
  EXPECT_TRUE(plan.errors().empty());
  return draw_form(plan, plan.answers_of({std::string(data)}), {}, "/forms/visit").html;
}

TEST(custom_date_field, asks_for_a_day_of_the_season_that_its_options_say) {
  const std::string html = drawn<custom_date_field>(
      R"({"properties": {"q": {"type": "string", "format": "custom-date"}}})",
      R"({"type": "Control", "scope": "#/properties/q", "options": {"from": "2026-03-01", "until": "2026-06-30"}})",
      R"({"q": "2026-04-02"})");
  EXPECT_NE(html.find(R"(name="/q" value="2026-04-02" min="2026-03-01" max="2026-06-30")"), std::string::npos) << html;
}

TEST(quantity_field, has_its_unit_behind_it_whatever_stands_in_that) {
  const std::string html = drawn<quantity_field>(
      R"({"properties": {"q": {"type": "number", "format": "quantity"}}})",
      R"({"type": "Control", "scope": "#/properties/q", "options": {"unit": "<kg>"}})", R"({"q": 2.5})");
  EXPECT_NE(html.find(R"(value="2.5"> <span>&lt;kg&gt;</span>)"), std::string::npos) << html;
}

TEST(folded_group, is_folded_for_as_long_as_nothing_is_in_it_and_no_other_group_is) {
  constexpr std::string_view schema = R"({"properties": {"q": {"type": "string"}}})";
  const auto group = [](std::string_view options) {
    return std::string(R"({"type": "Group", "label": "<b>", "elements": [)")
        .append(R"({"type": "Control", "scope": "#/properties/q"}], "options": )")
        .append(options)
        .append("}");
  };
  const std::string folded = group(R"({"looks": "folded"})");
  EXPECT_NE(drawn<folded_group>(schema, folded, "{}").find("<details>\n<summary>&lt;b&gt;</summary>"),
            std::string::npos);
  EXPECT_NE(drawn<folded_group>(schema, folded, R"({"q": "x"})").find("<details open>"), std::string::npos);
  EXPECT_EQ(drawn<folded_group>(schema, group("{}"), "{}").find("<details"), std::string::npos);
}

TEST(crops_of, has_rice_in_the_long_rains_alone) {
  EXPECT_EQ(crops_of{.season = "long rains"}.call().size(), 3U);
  EXPECT_EQ(crops_of{.season = "short rains"}.call().size(), 2U);
}

TEST(yield_of, is_told_in_tonnes_for_a_hectare) {
  EXPECT_DOUBLE_EQ((yield_of{.kilograms = 300.0, .square_metres = 1'000.0}.call()), 3.0);
}

}  // namespace
