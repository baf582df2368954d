#include "../waters.hpp"

#include <gtest/gtest.h>

TEST(waters, offer_rain_in_the_wet_season_alone) {
  EXPECT_EQ(sources_in{.season = "wet"}.call().size(), 3U);
  EXPECT_EQ(sources_in{.season = "dry"}.call().size(), 2U);
}

TEST(waters, find_fault_with_more_than_people_can_carry) {
  EXPECT_TRUE((can_be_carried{.litres = 40.0, .people = 1}.call()));
  EXPECT_FALSE((can_be_carried{.litres = 41.0, .people = 1}.call()));
}
