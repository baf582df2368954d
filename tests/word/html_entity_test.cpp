#include "tenon/word/html_entity.hpp"

#include <gtest/gtest.h>

namespace {

TEST(html_entity, stands_for_what_would_end_a_text_or_an_attribute) {
  EXPECT_EQ(tenon::html_entity('<'), "&lt;");
  EXPECT_EQ(tenon::html_entity('>'), "&gt;");
  EXPECT_EQ(tenon::html_entity('&'), "&amp;");
  EXPECT_EQ(tenon::html_entity('"'), "&quot;");
  EXPECT_EQ(tenon::html_entity('\''), "&#39;");
  for (const char plain : {'a', ' ', '/', '`', '=', '\n', '\xC3'}) EXPECT_EQ(tenon::html_entity(plain), "");
}

}  // namespace
