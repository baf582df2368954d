#include "../@entry@"

#include <gtest/gtest.h>

#include <tenon/testing/harness.hpp>

namespace {

constexpr std::string_view path = "@path@";

TEST(@identifier@, answers_its_route_and_counts) {
  tenon::testing::harness<@identifier@> on;
  EXPECT_EQ(on.get(path).body.view(), "Hello, caller 1!\n");
  EXPECT_EQ(on.get(path).body.view(), "Hello, caller 2!\n");
}

TEST(@identifier@, says_what_its_settings_say) {
  const @identifier@::settings own{.greeting = "Good morning"};
  tenon::testing::harness<@identifier@> on(own);
  EXPECT_EQ(on.get(path).body.view(), "Good morning, caller 1!\n");
}

TEST(@identifier@, tells_of_every_request) {
  tenon::testing::harness<@identifier@> on;
  on.get(path);
  const auto told = on.events<@identifier@_asked>();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].number, 1U);
}

TEST(@identifier@, logs_at_its_start_what_it_will_say) {
  tenon::testing::harness<@identifier@> on;
  bool said = false;
  for (const auto& line : on.logs()) said = said || line.message == "will say Hello";
  EXPECT_TRUE(said);
}

}  // namespace
