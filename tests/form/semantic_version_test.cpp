// What counts as a version.
#include <gtest/gtest.h>

#include "tenon/form/semantic_version.hpp"

namespace {

using tenon::form::is_semantic_version;

TEST(a_semantic_version, has_three_numbers_and_perhaps_more) {
  for (const char* text : {"0.0.0", "1.2.3", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0a.x-y", "1.0.0+001",
                           "1.0.0-rc.1+build-5"})
    EXPECT_TRUE(is_semantic_version(text)) << text;
}
TEST(a_semantic_version, is_nothing_else) {
  for (const char* text : {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "v1.2.3", "1.2.3-", "1.2.3-01", "1.2.3-a..b",
                           "1.2.3+", "1.2.3 ", "1.2.3-\xc3\xa9", "-1.2.3"})
    EXPECT_FALSE(is_semantic_version(text)) << text;
}

}  // namespace
