#include "report/conclusion.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace {

using namespace bench;

figure counted(double ours, wish wanted) { return {.what = "instructions", .ours = {ours, ""}, .wanted = wanted}; }

std::array<chapter, 1> one(figure of) { return {chapter{"A GET", {std::move(of)}}}; }

TEST(bench_table, a_limit_that_is_kept_is_met_up_to_the_limit_itself) {
  EXPECT_EQ(counted(3000, {wish::rule::at_most, 3000}).judge(), verdict::met);
  EXPECT_EQ(counted(3001, {wish::rule::at_most, 3000}).judge(), verdict::missed);
  EXPECT_EQ(counted(3000, {wish::rule::below, 3000}).judge(), verdict::missed);
}

TEST(bench_table, a_counted_figure_that_is_missed_fails_and_is_named) {
  const conclusion end = conclude(one(counted(3001, {wish::rule::at_most, 3000})), false);
  EXPECT_FALSE(end.good);
  EXPECT_NE(end.text.find("A GET: instructions"), std::string::npos);
}

TEST(bench_table, a_timed_figure_that_is_missed_is_named_and_fails_only_where_it_is_strict) {
  figure slow = counted(1.2, {wish::rule::below, 1});
  slow.by = evidence::timed;
  EXPECT_TRUE(conclude(one(slow), false).good);
  EXPECT_NE(conclude(one(slow), false).text.find("A GET: instructions"), std::string::npos);
  EXPECT_FALSE(conclude(one(slow), true).good);
}

TEST(bench_table, what_could_not_be_measured_fails_and_says_why) {
  figure gone = counted(1, {wish::rule::below, 1});
  gone.ours = {std::nullopt, "The program is missing."};
  EXPECT_EQ(gone.judge(), verdict::not_measured);
  EXPECT_FALSE(conclude(one(gone), false).good);
  EXPECT_NE(conclude(one(gone), false).text.find("The program is missing."), std::string::npos);
}

TEST(bench_table, a_missing_peer_matters_where_it_is_what_is_compared_with) {
  figure alone = counted(2500, {wish::rule::at_most, 3000});
  alone.peer = "nginx";
  EXPECT_EQ(alone.judge(), verdict::met);
  alone.wanted = {wish::rule::ratio_at_most, 1.05};
  EXPECT_EQ(alone.judge(), verdict::not_measured);
  alone.wanted = {};
  EXPECT_EQ(alone.judge(), verdict::not_measured);
  alone.wanted = {wish::rule::ratio_at_most, 1.05};
  alone.theirs = {2500, ""};
  EXPECT_EQ(alone.judge(), verdict::met);
}

TEST(bench_table, numbers_are_grouped_and_columns_stand_under_each_other) {
  figure beside = counted(2612, {wish::rule::at_most, 3000});
  beside.peer = "nginx";
  beside.theirs = {1234567, ""};
  const std::string text = table_of(one(beside));
  EXPECT_NE(text.find("instructions  2 612  nginx 1 234 567   0.00  at most 3 000  met"), std::string::npos) << text;
}

TEST(bench_table, with_every_figure_met_it_says_so) {
  const conclusion end = conclude(one(counted(1, {wish::rule::at_most, 1})), true);
  EXPECT_TRUE(end.good);
  EXPECT_EQ(end.text, "Every figure is met.\n");
}

}  // namespace
