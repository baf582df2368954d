#include "tenon/composition/sorted.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace {

constexpr std::size_t most = 40;

// The places of so many values in their order, those of equal ones as they were.
std::vector<std::size_t> expected(const int* values, std::size_t count) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(),
            [&](std::size_t a, std::size_t b) { return values[a] != values[b] ? values[a] < values[b] : a < b; });
  return places;
}

TEST(sorted, puts_places_in_order_and_keeps_equal_ones_as_they_were) {
  for (std::size_t count = 0; count <= most; ++count) {
    int values[most]{};
    for (std::size_t i = 0; i < count; ++i) values[i] = static_cast<int>((i * 7919 + count * 31) % 11);
    std::size_t places[most]{}, spare[most]{};
    for (std::size_t i = 0; i < count; ++i) places[i] = i;
    tenon::sort_places(places, spare, count, [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    EXPECT_EQ(std::vector<std::size_t>(places, places + count), expected(values, count)) << count;
  }
}

}  // namespace
