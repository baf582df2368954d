#include "tenon/word/query.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tenon/word/request.hpp"

namespace {

std::string all_of(std::string_view query) {
  std::string out;
  tenon::each_in_query(query, [&](const std::string& name, const std::string& value) {
    out.append("<").append(name).append("|").append(value).append(">");
  });
  return out;
}

TEST(query, is_taken_apart_into_names_and_values) {
  EXPECT_EQ(all_of("subject=Dave&count=3"), "<subject|Dave><count|3>");
  EXPECT_EQ(all_of("polite&=x&&a=b=c&"), "<polite|><|x><a|b=c>");
  EXPECT_EQ(all_of(""), "");
}
TEST(query, is_decoded_behind_its_joints) {
  EXPECT_EQ(all_of("a%3Db=c%26d&who=Dave+Bowman%2B"), "<a=b|c&d><who|Dave Bowman+>");
  EXPECT_EQ(all_of("cut=%4"), "<cut|%4>");
}
TEST(query, leaves_what_is_no_escape_as_it_is) {
  EXPECT_EQ(tenon::percent_decoded("100%25%zz%4%"), "100%%zz%4%");
  EXPECT_EQ(tenon::percent_decoded("%41%4a%4A"), "AJJ");
}

TEST(query, gives_the_first_value_of_a_name) {
  const tenon::request request{.query = "subject=Dave&subject=Ada&flag"};
  EXPECT_EQ(request.query_value("subject"), "Dave");
  EXPECT_EQ(request.query_value("flag"), "");
  EXPECT_EQ(request.query_value("Subject"), std::nullopt);
}

}  // namespace
