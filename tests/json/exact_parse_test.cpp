#include "tenon/json/exact_parse.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "tenon/json/merge_patch.hpp"

namespace {

using tenon::json::merge_patch;
using tenon::json::parse_exactly;

// Of every magnitude, each with as many digits as it needs.
std::string any_number(std::mt19937_64& random) {
  for (;;) {
    const double number = std::bit_cast<double>(random());
    if (!std::isfinite(number)) continue;
    char text[40];
    std::snprintf(text, sizeof text, "%.17e", number);
    return text;
  }
}

TEST(exact_parse, reads_numbers_of_every_magnitude_to_the_last_bit) {
  std::mt19937_64 random(2026);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = any_number(random);
    const double read = parse_exactly(text).as_double();
    ASSERT_EQ(std::bit_cast<std::uint64_t>(read), std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)))
        << text;
  }
}

TEST(exact_parse, keeps_whole_numbers_whole_and_what_no_double_holds_infinite) {
  EXPECT_EQ(parse_exactly("-9223372036854775808").as_int64(), INT64_MIN);
  EXPECT_EQ(parse_exactly("18446744073709551615").as_uint64(), UINT64_MAX);
  EXPECT_TRUE(std::isinf(parse_exactly("[1e400]").as_array()[0].as_double()));
}

TEST(exact_parse, takes_texts_keys_and_escapes_of_any_length_as_they_are) {
  const std::string longer(5'000, 'x');
  const std::string text = "{\"" + longer + "\\n\": [\"\\u00fc" + longer + "\", true, null, {}, []]}";
  const boost::json::value read = parse_exactly(text);
  const boost::json::array& list = read.at(longer + "\n").as_array();
  EXPECT_EQ(list[0].as_string(), "ü" + longer);
  EXPECT_TRUE(list[1].as_bool() && list[2].is_null() && list[3].is_object() && list[4].is_array());
}

TEST(exact_parse, says_where_a_text_stops_being_json) {
  boost::json::error_code code;
  std::size_t at = 0;
  EXPECT_TRUE(parse_exactly("[1, 2,, 3]", 64, code, at).is_null());
  EXPECT_TRUE(code.failed());
  EXPECT_EQ(at, 6U);
  EXPECT_THROW(static_cast<void>(parse_exactly("[1] 2")), boost::json::system_error);
  EXPECT_THROW(static_cast<void>(parse_exactly(std::string(65, '[') + std::string(65, ']'))),
               boost::json::system_error);
}

TEST(merge_patch, leaves_every_number_that_it_does_not_name_what_it_was) {
  std::mt19937_64 random(7396);
  for (int i = 0; i < 1'000; ++i) {
    const std::string kept = any_number(random);
    const std::string patched = merge_patch(R"({"kept":)" + kept + R"(,"other":1})", R"({"other":2.5})");
    ASSERT_EQ(patched, R"({"kept":)" + kept + R"(,"other":2.5})");
  }
}

}  // namespace
