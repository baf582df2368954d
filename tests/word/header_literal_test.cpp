#include "tenon/word/header_literal.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "tenon/word/fixed_string.hpp"
#include "tenon/word/response.hpp"

namespace {

template <tenon::fixed_string Text>
concept IsHeaderLiteral = requires { typename std::bool_constant<(tenon::header_literal(Text.view()), true)>; };

TEST(header_literal, with_a_line_break_or_a_null_byte_does_not_compile) {
  EXPECT_TRUE(IsHeaderLiteral<"text/plain; charset=utf-8">);
  EXPECT_TRUE(IsHeaderLiteral<"">);
  EXPECT_FALSE(IsHeaderLiteral<"text/plain\r\nX: y">);
  EXPECT_FALSE(IsHeaderLiteral<"text/plain\n">);
  EXPECT_FALSE(IsHeaderLiteral<"\rtext/plain">);
  EXPECT_FALSE(IsHeaderLiteral<"text\0plain">);
}

TEST(header_literal, is_what_the_type_of_an_answer_is) {
  EXPECT_TRUE((std::is_same_v<decltype(tenon::response::content_type), tenon::header_literal>));
}

}  // namespace
