#include "tenon/word/percent_encoded.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tenon/word/query.hpp"

namespace {

TEST(percent_encoded, leaves_what_a_part_of_a_url_may_have) {
  EXPECT_EQ(tenon::percent_encoded("azAZ09-._~"), "azAZ09-._~");
  EXPECT_EQ(tenon::percent_encoded("a b/c?d=%&\"\xc3\xa9"), "a%20b%2Fc%3Fd%3D%25%26%22%C3%A9");
}

TEST(percent_encoded, is_turned_back_by_the_decoder) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  EXPECT_EQ(tenon::percent_decoded(tenon::percent_encoded(all)), all);
}

}  // namespace
