#include "tenon/json/serialized.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <limits>
#include <string>

namespace {

using tenon::json::serialized;

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(serialized, writes_numbers_that_no_double_holds_as_numbers) {
  EXPECT_EQ(serialized(infinity), "1e400");
  EXPECT_EQ(serialized(boost::json::array{1, infinity, -infinity, "I"}), R"([1,1e400,-1e400,"I"])");
}

TEST(serialized, writes_numbers_that_are_not_whole_as_people_write_them) {
  EXPECT_EQ(serialized(2.5), "2.5");
  EXPECT_EQ(serialized(boost::json::array{0.5, -0.1, 3.0, 1e300, 7, "2.5E0"}), R"([0.5,-0.1,3,1e+300,7,"2.5E0"])");
  EXPECT_EQ(serialized({{"E", 1.5}, {"2E0", true}}), R"({"E":1.5,"2E0":true})");
}

TEST(serialized, leaves_texts_and_keys_as_they_are) {
  const boost::json::value of = {{"Infinity", "\\\"Infinity"}, {"-Infinity\\", -infinity}, {"last", "Infinity"}};
  EXPECT_EQ(serialized(of), R"({"Infinity":"\\\"Infinity","-Infinity\\":-1e400,"last":"Infinity"})");
}

// Whoever moved the rest of the text for each would move terabytes, which takes many minutes.
TEST(serialized, goes_through_the_text_once_however_many_such_numbers_there_are) {
  constexpr std::size_t count = 1'000'000;
  const std::string text = serialized(boost::json::array(count, boost::json::value(infinity)));
  EXPECT_EQ(text.size(), 1 + count * 6);
  EXPECT_EQ(text.substr(text.size() - 13), ",1e400,1e400]");
}

}  // namespace
