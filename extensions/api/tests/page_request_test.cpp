#include "../page_request.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tenon/word/error.hpp"

namespace {

// "limit/offset", or what is said.
std::string read(std::string_view query) {
  try {
    const auto page = tenon_api::read_page_request(query);
    return std::to_string(page.limit.value()) + "/" + std::to_string(page.offset.value());
  } catch (const tenon::error& refused) {
    EXPECT_EQ(refused.type(), tenon::error_type::invalid_request);
    return refused.message();
  }
}

const std::string bad_limit = "limit must be a number between 1 and 100",
                  bad_offset = "offset must be a non-negative number";

}  // namespace

TEST(page_request, is_the_first_hundred_where_nothing_is_said) {
  EXPECT_EQ(read(""), "100/0");
  EXPECT_EQ(read("&&"), "100/0");
  EXPECT_EQ(read("order=up&limits=7"), "100/0");
}

TEST(page_request, says_what_the_query_says) {
  EXPECT_EQ(read("limit=1"), "1/0");
  EXPECT_EQ(read("limit=100&offset=4294967295"), "100/4294967295");
  EXPECT_EQ(read("offset=007&x=&limit=20"), "20/7");
  EXPECT_EQ(read("limi%74=%32%30"), "20/0");
  EXPECT_EQ(read("limit=3&limit=x"), "3/0") << "the first one counts";
}

TEST(page_request, takes_no_limit_but_1_to_100) {
  for (const char* value : {"",
                            "=",
                            "=0",
                            "=101",
                            "=-1",
                            "=+1",
                            "=%2b1",
                            "=1.0",
                            "=1e1",
                            "=0x10",
                            "=NaN",
                            "=Infinity",
                            "=ten",
                            "= 1",
                            "=%201",
                            "=1%20",
                            "=1%00",
                            "=1%",
                            "=%",
                            "=%zz",
                            "=4294967297",
                            "=18446744073709551617",
                            "=999999999999999999999999999999999999",
                            "=1,2",
                            "=[]",
                            "==1"})
    EXPECT_EQ(read(std::string("limit") + value), bad_limit) << value;
}

TEST(page_request, takes_no_offset_but_0_and_more) {
  for (const char* value :
       {"", "=", "=-1", "=-0", "=+0", "=NaN", "=1.5", "=4294967296", "=18446744073709551616", "=null"})
    EXPECT_EQ(read(std::string("offset") + value), bad_offset) << value;
}
