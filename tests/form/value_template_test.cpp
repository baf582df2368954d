#include "tenon/form/value_template.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

using tenon::form::value_template;
using parts = std::vector<value_template::part>;

parts read(std::string_view text) {
  std::string why;
  const auto found = value_template::read(text, why);
  EXPECT_TRUE(found) << text << ": " << why;
  return found ? found->parts() : parts{};
}
std::string problem(std::string_view text) {
  std::string why;
  EXPECT_FALSE(value_template::read(text, why)) << text;
  return why;
}

TEST(a_value_template, has_places_for_answers_between_what_is_text) {
  EXPECT_EQ(read("{{data.a}}"), (parts{{"/a", true}}));
  EXPECT_EQ(read("{{ data.a.b/c }}"), (parts{{"/a/b~1c", true}}));
  EXPECT_EQ(read("x {{data.a}}{{data.b}} {y}}"), (parts{{"x ", false}, {"/a", true}, {"/b", true}, {" {y}}", false}}));
  EXPECT_EQ(read(""), parts{});
  std::string why;
  EXPECT_TRUE(value_template::read("{{data.a}}", why)->is_one_place());
  EXPECT_FALSE(value_template::read("{{data.a}} ", why)->is_one_place());
  EXPECT_FALSE(value_template::read("text", why)->is_one_place());
}

TEST(a_value_template, is_told_what_is_wrong_with_it) {
  EXPECT_EQ(problem("a {{data.a"), "'{{' begins a place, and no '}}' ends it. Write {{data.<name of a question>}}.");
  for (const std::string_view text : std::array<std::string_view, 8>{
           "{{}}", "{{data}}", "{{data.}}", "{{data..a}}", "{{data.a.}}", "{{dota.a}}", "{{data.a b}}", "{{1 + 1}}"})
    EXPECT_NE(problem(text).find("names no answer. Write {{data.<name of a question>}}"), std::string::npos) << text;
}

}  // namespace
