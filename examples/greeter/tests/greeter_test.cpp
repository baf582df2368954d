#include "../greeter.hpp"

#include <gtest/gtest.h>

#include <tenon/testing/harness.hpp>

TEST(greeter, greets_by_name) {
  tenon::testing::harness<greeter> on;
  EXPECT_EQ(on.get("/greet/Ada").body.view(), "Hello, Ada!\n");
}

TEST(greeter, says_what_its_settings_say) {
  tenon::testing::harness<greeter> on(greeter::settings{.greeting = "Good morning"});
  EXPECT_EQ(on.get("/greet/Ada").body.view(), "Good morning, Ada!\n");
}
