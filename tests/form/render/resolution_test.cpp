#include "tenon/form/render/resolution.hpp"

#include <gtest/gtest.h>

#include <array>

#include "../drawn.hpp"
#include "tenon/testing/renderer_archetype.hpp"

using tenon::form::canvas;
using tenon::form::element;
using tenon::form::load_error;
using tenon::form::renderer_row;
using tenon::form::resolution;

namespace {

template <int Rank>
struct own_text {
  static constexpr auto renderer = tenon::renderer{.format = "text", .rank = Rank};
  static void render(const element&, canvas&) {}
};
template <int Rank, int Which = 0>
struct tester {
  static constexpr auto renderer = tenon::renderer{};
  static int test(const element& asked) { return asked.type == "string" ? Rank : tenon::not_applicable; }
  static void render(const element&, canvas&) {}
};

element text() {
  element out{.format = "text"};
  out.number = 0;
  out.type = "string";
  return out;
}

template <class... Renderers>
const renderer_row* winner(std::vector<load_error>& errors) {
  static constexpr std::array<renderer_row, sizeof...(Renderers)> rows{
      tenon::form::row_of_renderer<Renderers>("shop")...};
  return resolution(rows, errors).for_element(text());
}
template <class... Renderers>
const renderer_row* winner() {
  std::vector<load_error> errors;
  const renderer_row* out = winner<Renderers...>(errors);
  EXPECT_TRUE(errors.empty());
  return out;
}

TEST(resolution, takes_what_is_built_in_where_nobody_else_wants_it) { EXPECT_TRUE(winner<>()->is_built_in()); }

TEST(resolution, lets_an_extension_go_before_what_is_built_in_at_the_same_rank) {
  EXPECT_EQ(winner<own_text<5>>()->extension, "shop");
}

TEST(resolution, lets_the_higher_rank_draw_whoever_has_it) {
  EXPECT_TRUE(winner<own_text<4>>()->is_built_in());
  EXPECT_EQ((winner<own_text<5>, tester<7>, tester<6>>()->name), (tenon::form::row_of_renderer<tester<7>>("").name));
}

TEST(resolution, asks_a_test_and_not_the_format_where_there_is_one) {
  element number = text();
  number.type = "integer";
  number.format = "number";
  std::vector<load_error> errors;
  static constexpr std::array rows{tenon::form::row_of_renderer<tester<9>>("shop")};
  EXPECT_TRUE(resolution(rows, errors).for_element(number)->is_built_in());
}

TEST(resolution, takes_the_first_of_two_that_say_the_same_rank_and_says_so_once) {
  std::vector<load_error> errors;
  EXPECT_EQ((winner<tester<6, 1>, tester<6, 2>>(errors)->name), (tenon::form::row_of_renderer<tester<6, 1>>("").name));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_NE(errors[0].message.find("say the same rank for text"), std::string::npos) << errors[0].message;
}

TEST(resolution, takes_the_least_that_a_renderer_can_be) {
  static constexpr std::array rows{tenon::form::row_of_renderer<tenon::testing::renderer_archetype>("shop")};
  static constexpr std::array tests{tenon::form::row_of_renderer<tenon::testing::tester_archetype>("shop")};
  const std::string schema = R"({"properties": {"q": {"type": "string", "format": "archetype"}}})";
  EXPECT_TRUE(drawing::has(drawing::html(drawing::plan(schema, {}, rows)), R"(<input id="q1" name="/q">)"));
  EXPECT_EQ(drawing::html(drawing::plan(schema, {}, rows)), drawing::html(drawing::plan(schema, {}, tests)));
}

TEST(resolution, finds_nobody_for_a_format_that_nobody_draws) {
  element odd = text();
  odd.format = "odd";
  std::vector<load_error> errors;
  EXPECT_EQ(resolution({}, errors).for_element(odd), nullptr);
}

}  // namespace
