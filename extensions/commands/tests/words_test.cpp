#include "../words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../line_editor.hpp"

namespace {

using tenon_commands::completion;
using tenon_commands::words_of;
using words = std::vector<std::string>;

TEST(words, stand_apart_by_spaces_and_together_in_quotes) {
  EXPECT_EQ(words_of("call helloWorld  subject=Dave").words, (words{"call", "helloWorld", "subject=Dave"}));
  EXPECT_EQ(words_of(R"(say "Dave Bowman" 'it"s' a\ b)").words, (words{"say", "Dave Bowman", "it\"s", "a b"}));
  EXPECT_EQ(words_of(R"(subject="Dave Bowman")").words, words{"subject=Dave Bowman"});
  EXPECT_EQ(words_of(R"("a \"b\" \\ \n")").words, words{R"(a "b" \ \n)"});
  EXPECT_EQ(words_of("''").words, words{""});
  EXPECT_EQ(words_of("  ").words, words{});
}
TEST(words, that_are_not_whole_say_what_is_missing) {
  EXPECT_EQ(words_of("say 'Dave").problem, "the quote ' is not closed");
  EXPECT_EQ(words_of("say \\").problem, "there is nothing behind the backslash at the end");
  EXPECT_EQ(words_of("say 'Dave'").problem, "");
}
TEST(words, come_back_as_they_were_where_they_are_escaped) {
  for (const char* one : {"Dave Bowman", R"(a"b'c\d)", "plain"})
    EXPECT_EQ(words_of(tenon_commands::escaped(one)).words, words{one});
}

TEST(completion, goes_as_far_as_the_choices_agree) {
  EXPECT_EQ(completion("he", {"hello:say-hello", "help"}), "l");
  EXPECT_EQ(completion("hel", {"hello:say-hello", "help"}), "");
  EXPECT_EQ(completion("hell", {"hello:say-hello"}), "o:say-hello ");
  EXPECT_EQ(completion("call helloWorld ", {"subject="}), "subject=");
  EXPECT_EQ(completion("say ", {"Dave Bowman"}), "Dave\\ Bowman ");
  EXPECT_EQ(completion("say 'Da", {"Dave Bowman"}), "ve Bowman");
  EXPECT_EQ(completion("x", {}), "");
}

}  // namespace
