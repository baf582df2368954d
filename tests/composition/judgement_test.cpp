#include "tenon/composition/judgement.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using tenon::composition_fault;
using tenon::judge;
using tenon::manifest;

template <std::size_t Count>
std::string order(const std::array<manifest, Count>& manifests, std::array<bool, Count> implements = {}) {
  const auto result = judge(manifests, implements);
  if (result.fault != composition_fault::none) return std::string(result.why.view());
  std::string out;
  for (std::size_t i : result.order) out.append(out.empty() ? "" : " ").append(manifests[i].name);
  return out;
}

TEST(start_schedule, is_by_level_of_need_then_priority_then_name) {
  EXPECT_EQ(order(std::array{
                manifest{.name = "d", .needs = {{"a"}}}, manifest{.name = "c", .needs = {{"a"}}, .priority = -1},
                manifest{.name = "b", .priority = 5}, manifest{.name = "a", .priority = 5}, manifest{.name = "z"}}),
            "z a b c d");
}

TEST(start_schedule, tells_names_apart_that_begin_alike) {
  EXPECT_EQ(order(std::array{manifest{.name = "thermometer.out", .needs = {{"thermometer_in"}}},
                             manifest{.name = "thermometer_in"}, manifest{.name = "thermometer-inside"},
                             manifest{.name = "thermome"}, manifest{.name = "thermometer.cellar"}}),
            "thermome thermometer.cellar thermometer_in thermometer-inside thermometer.out");
}

TEST(start_schedule, has_every_core_extension_and_the_implementation_first) {
  EXPECT_EQ(
      order(std::array{manifest{.name = "a"}, manifest{.name = "local", .needs = {{"data"}}},
                       manifest{.name = "data", .core = true}, manifest{.name = "b", .needs = {{"extension_impl"}}}},
            {false, true, false, false}),
      "data local a b");
}

TEST(start_schedule, puts_each_extension_behind_all_that_it_needs) {
  const std::array manifests{
      manifest{.name = "top", .needs = {{"left"}, {"right"}}}, manifest{.name = "left", .needs = {{"bottom"}}},
      manifest{.name = "right", .needs = {{"left"}}}, manifest{.name = "bottom", .priority = 100}};
  const auto result = judge(manifests, std::array<bool, 4>{});
  EXPECT_EQ(order(manifests), "bottom left right top");
  EXPECT_EQ(result.level, (std::array<std::size_t, 4>{3, 1, 2, 0}));
}

TEST(start_schedule, does_not_depend_on_the_order_of_the_list) {
  std::vector<std::string> names;
  for (int i = 0; i < 24; ++i) names.push_back("e" + std::string(1, static_cast<char>('a' + i)));
  std::array<manifest, 24> manifests{};
  for (std::size_t i = 0; i < 24; ++i) {
    manifests[i].name = names[i];
    manifests[i].priority = static_cast<int>(i * 7 % 3);
    if (i > 2) manifests[i].needs = {{names[i / 2]}, {names[i / 3]}};
  }
  const std::string expected = order(manifests);
  std::mt19937 random(20240607);
  for (int round = 0; round < 100; ++round) {
    std::shuffle(manifests.begin(), manifests.end(), random);
    ASSERT_EQ(order(manifests), expected);
  }
}

TEST(judgement, finds_the_alias_under_its_own_name_and_as_extension_impl) {
  EXPECT_EQ(
      order(std::array{manifest{.name = "a", .needs = {{"local"}, {"extension_impl"}}}, manifest{.name = "local"}},
            {false, true}),
      "local a");
}

TEST(judgement, checks_a_need_of_the_framework_itself) {
  EXPECT_EQ(order(std::array{manifest{.name = "a", .needs = {{"tenon", "0.x.x"}}}}), "a");
  EXPECT_NE(order(std::array{manifest{.name = "a", .needs = {{"tenon", "99.x.x"}}}}).find("needs tenon 99.x.x"),
            std::string::npos);
}

TEST(judgement, names_one_real_circle_and_nobody_who_only_waits_for_it) {
  const std::string why =
      order(std::array{manifest{.name = "a", .needs = {{"b"}}}, manifest{.name = "b", .needs = {{"c"}}},
                       manifest{.name = "c", .needs = {{"b"}}}});
  EXPECT_NE(why.find(": b -> c -> b."), std::string::npos) << why;
  EXPECT_EQ(why.find("a ->"), std::string::npos) << why;
}

TEST(judgement, leaves_out_an_optional_need_that_nobody_meets_and_keeps_one_that_somebody_does) {
  const std::array manifests{manifest{.name = "a", .needs = {{"b", "x.x.x", tenon::optional}}}, manifest{.name = "b"},
                             manifest{.name = "c", .needs = {{"z", "x.x.x", tenon::optional}, {"a"}}}};
  const auto result = judge(manifests, std::array<bool, 3>{});
  EXPECT_EQ(order(manifests), "b a c");
  EXPECT_EQ(result.wants[2][0], result.npos);
  EXPECT_EQ(result.wants[2][1], 0U);
}

TEST(judgement, follows_redirects_from_each_need_and_stops_before_who_has_it) {
  const std::array manifests{manifest{.name = "a", .needs = {{"data"}}}, manifest{.name = "cache", .needs = {{"data"}}},
                             manifest{.name = "data"}, manifest{.name = "log", .needs = {{"data"}}}};
  constexpr std::array<tenon::redirect_row, 2> rows{{{"cache", "log"}, {"data", "cache"}}};
  constexpr std::array<bool, 4> exports{false, true, true, true};
  const auto result = judge(manifests, std::array<bool, 4>{}, tenon::redirections<2>(rows), exports);
  ASSERT_EQ(result.fault, composition_fault::none) << result.why.view();
  EXPECT_EQ(result.order, (std::array<std::size_t, 4>{2, 1, 3, 0}));
  EXPECT_EQ(result.wants[0][0], 3U);
  EXPECT_EQ(result.wants[3][0], 1U);
  EXPECT_EQ(result.wants[1][0], 2U);
}

TEST(judgement, of_a_long_chain_is_cheap_enough_for_a_constant_expression) {
  static constexpr auto result = [] {
    std::array<manifest, 64> manifests{};
    constexpr std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    for (std::size_t i = 0; i < 26; ++i) manifests[i].name = letters.substr(i, 1);
    for (std::size_t i = 26; i < 52; ++i) manifests[i].name = letters.substr(i - 26, 2);
    for (std::size_t i = 52; i < 64; ++i) manifests[i].name = letters.substr(i - 52, 3);
    for (std::size_t i = 1; i < 64; ++i) manifests[i].needs = {{manifests[i - 1].name}};
    return judge(manifests, std::array<bool, 64>{});
  }();
  static_assert(result.fault == composition_fault::none);
  static_assert(result.level[63] == 63);
}

}  // namespace
