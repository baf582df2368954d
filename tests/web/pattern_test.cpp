#include "tenon/web/pattern.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace tenon::web;

static_assert(pattern_problem("/").empty());
static_assert(pattern_problem("/keys/{id}/files/{path...}").empty());
static_assert(pattern_problem("/.well-known/jwks.json").empty());
static_assert(pattern_problem("/a/{_x1}/{y}").empty());
static_assert(pattern_problem("/\xc3\xbc").empty(), "what UTF-8 needs, a path can hold, encoded");
static_assert(count_segments("/") == 0 && count_segments("/a") == 1 && count_segments("/a/{x}") == 2);

void expect_problem(const std::string& pattern, const std::string& part) {
  const std::string problem(pattern_problem(pattern));
  EXPECT_NE(problem.find(part), std::string::npos) << pattern << ": '" << problem << "'";
}

TEST(pattern, what_is_wrong_with_it_is_said) {
  expect_problem("", "is empty");
  expect_problem("a", "does not begin with a slash");
  expect_problem("/a/", "ends with a slash");
  expect_problem("//a", "empty segment");
  expect_problem("/a//b", "empty segment");
  expect_problem("/{}", "no identifier");
  expect_problem("/{1}", "no identifier");
  expect_problem("/{a-b}", "no identifier");
  expect_problem("/{...}", "no identifier");
  expect_problem("/{a}/b/{a}", "two parameters of one name");
  expect_problem("/{a...}/b", "must be the last");
  expect_problem("/x{a}", "does not enclose a whole segment");
  expect_problem("/{a}x", "does not enclose a whole segment");
  expect_problem("/{a", "does not enclose a whole segment");
  expect_problem("/a}", "does not enclose a whole segment");
  expect_problem("/a%20b", "write the character itself");
  expect_problem("/a b", "no path can hold");
  expect_problem("/a?b", "no path can hold");
  expect_problem("/a#b", "no path can hold");
  expect_problem("/a\"b", "no path can hold");
  expect_problem(std::string("/a\0b", 4), "no path can hold");
  expect_problem("/a/../b", "can never match");
  expect_problem("/.", "can never match");
}

TEST(pattern, what_is_too_much_is_said) {
  std::string many, parameters;
  for (int i = 0; i < 32; ++i) many += "/a";
  EXPECT_EQ(pattern_problem(many), "");
  expect_problem(many + "/a", "more than 32 segments");
  for (int i = 0; i < 16; ++i) parameters += "/{p" + std::to_string(i) + "}";
  EXPECT_EQ(pattern_problem(parameters), "");
  expect_problem(parameters + "/{q}", "more than 16 parameters");
  EXPECT_EQ(pattern_problem("/" + std::string(255, 'a')), "");
  expect_problem("/" + std::string(256, 'a'), "more than 255 characters");
}

TEST(pattern, a_segment_is_known_by_two_words_and_its_length) {
  // Keys are what the compiler's table and the running program agree on.
  constexpr segment_key at_compile_time[] = {key_of("a"),
                                             key_of("ab"),
                                             key_of("abc"),
                                             key_of("abcd"),
                                             key_of("api-keys"),
                                             key_of("api-keys1"),
                                             key_of("capabilities-of-all")};
  const std::string texts[] = {"a", "ab", "abc", "abcd", "api-keys", "api-keys1", "capabilities-of-all"};
  for (std::size_t i = 0; i < std::size(texts); ++i) {
    const segment_key key = key_of(texts[i]);
    EXPECT_EQ(key.first, at_compile_time[i].first) << texts[i];
    EXPECT_EQ(key.last, at_compile_time[i].last) << texts[i];
    EXPECT_EQ(key.length, at_compile_time[i].length) << texts[i];
  }
}

TEST(pattern, a_stretch_ends_at_the_next_slash_wherever_it_is) {
  for (std::size_t before = 0; before < 40; ++before)
    for (std::size_t after = 0; after < 20; ++after) {
      // Bytes beside the slash whose subtraction borrows are the hard ones.
      const std::string path = std::string(before, '0') + "/" + std::string(after, '.');
      EXPECT_EQ(next_stretch(path.data(), path.size()).length, before) << path;
      EXPECT_EQ(next_stretch(path.data(), before).length, before) << path;
      const segment_key read = key_of(path.data(), next_stretch(path.data(), path.size())),
                        whole = key_of(std::string_view(path).substr(0, before));
      EXPECT_EQ(read.first, whole.first) << path;
      EXPECT_EQ(read.last, whole.last) << path;
    }
}

}  // namespace
