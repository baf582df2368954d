#include "../stars.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tenon/form/plan/draw_form.hpp>
#include <tenon/form/render/renderer_row.hpp>

TEST(stars, are_asked_for_by_a_number_from_one_to_five) {
  static constexpr tenon::form::renderer_row row = tenon::form::row_of_renderer<star_field>("stars");
  tenon::form::form_init_data of{.form = "visit"};
  of.schema.text = R"({"properties": {"q": {"type": "integer", "format": "stars"}}})";
  const tenon::form::form_plan plan(of, {&row, 1});
  const std::string html = draw_form(plan, plan.answers_of({R"({"q": 4})"}), {}, "/forms/visit").html;
  EXPECT_NE(html.find(R"(type="number" min="1" max="5" step="1" id="q1" name="/q" value="4")"), std::string::npos);
  EXPECT_TRUE(plan.errors().empty());
}
