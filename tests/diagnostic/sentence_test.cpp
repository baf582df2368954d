#include "tenon/diagnostic/sentence.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

TEST(sentence, that_is_too_long_is_cut_and_says_so) {
  const tenon::diagnostic::sentence cut(std::string(1000, 'a'));
  EXPECT_EQ(cut.size(), tenon::diagnostic::sentence::capacity);
  EXPECT_TRUE(cut.view().ends_with("aaa..."));
}

TEST(sentence, has_no_character_that_a_compiler_would_print_with_an_escape) {
  EXPECT_EQ(tenon::diagnostic::sentence("it's \"a\\b\" ", std::size_t(42)).view(), "it`s `a`b` 42");
}

}  // namespace
