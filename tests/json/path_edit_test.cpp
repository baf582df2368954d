// Changes inside of a JSON text.
#include "tenon/json/path_edit.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/error.hpp"

namespace {

using tenon::json::appended, tenon::json::increased, tenon::json::paths_and_texts, tenon::json::removed,
    tenon::json::replaced;

std::string problem_of(std::string_view text, const paths_and_texts& by) {
  try {
    return "none, but " + increased(text, by);
  } catch (const tenon::error& refused) {
    EXPECT_EQ(refused.type(), tenon::error_type::invalid_request);
    return refused.message();
  }
}

TEST(increased, adds_to_the_whole_value_where_the_path_is_empty) {
  EXPECT_EQ(increased("41", {{"", "1"}}), "42");
  EXPECT_EQ(increased("-1", {{"", "-2"}}), "-3");
  EXPECT_EQ(increased("1", {{"", "0.5"}}), "1.5");
}

TEST(increased, counts_what_is_not_there_from_0) {
  EXPECT_EQ(increased("", {{"", "5"}}), "5");
  EXPECT_EQ(increased("null", {{"", "5"}}), "5");
  EXPECT_EQ(increased("", {{"a.b", "5"}}), R"({"a":{"b":5}})");
  EXPECT_EQ(increased(R"({"a":{"c":true}})", {{"a.b", "5"}, {"d", "1"}}), R"({"a":{"c":true,"b":5},"d":1})");
}

TEST(increased, leaves_whole_numbers_whole_and_refuses_what_would_not_be_exact) {
  EXPECT_EQ(increased("9223372036854775806", {{"", "1"}}), "9223372036854775807");
  const std::string beyond = "the sum at `a` is more than a whole number of 64 bits with a sign holds";
  EXPECT_EQ(problem_of(R"({"a":9223372036854775807})", {{"a", "1"}}), beyond);
  EXPECT_EQ(problem_of(R"({"a":-9223372036854775808})", {{"a", "-1"}}), beyond);
  EXPECT_EQ(problem_of(R"({"a":18446744073709551615})", {{"a", "-1"}}), beyond);
}

TEST(increased, adds_reals_as_doubles) {
  EXPECT_EQ(increased("1.5", {{"", "1"}}), "2.5");
  EXPECT_EQ(increased("1e2", {{"", "0.25"}}), "100.25");
  EXPECT_EQ(problem_of("1e400", {{"", "1"}}), "the sum is too large");
}

TEST(path_edit, writes_what_it_does_not_name_as_it_was_to_the_digit) {
  const std::string around = R"("a":1.0,"b":[18446744073709551616,-0,1e2,0.10],"n":"1.0","t":"n\"1\u0000")";
  const std::string whole = "{" + around + R"(,"at":1})";
  EXPECT_EQ(increased(whole, {{"at", "1"}}), "{" + around + R"(,"at":2})");
  EXPECT_EQ(tenon::json::replaced(whole, {{"at", "1.00"}}), "{" + around + R"(,"at":1.00})");
  EXPECT_EQ(tenon::json::appended("{" + around + R"(,"at":[1.0]})", {{"at", "2.0"}}),
            "{" + around + R"(,"at":[1.0,2.0]})");
  const std::vector<std::string> at{"at"};
  EXPECT_EQ(tenon::json::removed(whole, at), "{" + around + "}");
}

TEST(increased, refuses_what_is_no_number_or_has_no_place_for_one) {
  EXPECT_EQ(problem_of(R"("a")", {{"", "1"}}), "the value is no number, so nothing can be added to it");
  EXPECT_EQ(problem_of(R"({"a":"b"})", {{"a", "1"}}), "`a` is no number, so nothing can be added to it");
  EXPECT_EQ(problem_of("[1]", {{"a", "1"}}), "the value is a list, so there is no place for `a` in it");
  EXPECT_EQ(problem_of("7", {{"a.b", "1"}}), "the value is no object, so there is no place for `a.b` in it");
  EXPECT_EQ(problem_of(R"({"a":{"b":7}})", {{"a.b.c", "1"}}),
            "`a.b` is no object, so there is no place for `a.b.c` in it");
  EXPECT_EQ(problem_of("{}", {{"a..b", "1"}}),
            "`a..b` is no path: write keys with periods between them, as in score.total");
  EXPECT_EQ(problem_of("{}", {{"a", R"("1")"}}), "the amount for `a` is no number");
  EXPECT_EQ(problem_of("1.7e308", {{"", "1.7e308"}}), "the sum is too large");
}

TEST(increased, refuses_a_path_that_could_be_no_key_of_json) {
  EXPECT_EQ(problem_of("{}", {{"a.\xD8", "1"}}), "the path is not UTF-8");
}

TEST(increased, makes_nothing_that_is_too_deep_to_be_read_again) {
  std::string path = "a";
  for (int i = 1; i < 32; ++i) path.append(".a");
  const std::string deep = increased("", {{path, "1"}});
  EXPECT_EQ(increased(deep, {{path, "1"}}).find("2"), deep.find("1"));
  EXPECT_NE(problem_of("", {{path + ".a", "1"}}).find("has more than 32 keys"), std::string::npos);
  std::string endless = "a";
  for (int i = 0; i < 300000; ++i) endless.append(".a");
  EXPECT_NE(problem_of("", {{endless, "1"}}).find("has more than 32 keys"), std::string::npos);
  EXPECT_THROW(static_cast<void>(replaced("", {{path, "[1]"}})), tenon::error);
}

TEST(replaced, puts_values_where_the_paths_lead) {
  EXPECT_EQ(replaced("", {{"", "[1]"}}), "[1]");
  EXPECT_EQ(replaced(R"({"a":1})", {{"b.c", R"("d")"}, {"a", "null"}}), R"({"a":null,"b":{"c":"d"}})");
  EXPECT_THROW(static_cast<void>(replaced("7", {{"a", "1"}})), tenon::error);
}

std::string problem_of_appended(std::string_view text, const paths_and_texts& what) {
  try {
    return "none, but " + appended(text, what);
  } catch (const tenon::error& refused) {
    return refused.message();
  }
}

TEST(appended, puts_a_value_or_each_of_a_list_behind_those_that_are_there) {
  EXPECT_EQ(appended(R"({"tags":["a"]})", {{"tags", R"(["b","c"])"}}), R"({"tags":["a","b","c"]})");
  EXPECT_EQ(appended("[1]", {{"", "2"}}), "[1,2]");
  EXPECT_EQ(appended("[1]", {{"", "[[2]]"}}), "[1,[2]]");
  EXPECT_EQ(appended("[]", {{"", R"({"a":1})"}}), R"([{"a":1}])");
}

TEST(appended, makes_a_list_where_nothing_is) {
  EXPECT_EQ(appended("", {{"", "1"}}), "[1]");
  EXPECT_EQ(appended("", {{"a.b", "1"}, {"a.c", "[]"}}), R"({"a":{"b":[1],"c":[]}})");
  EXPECT_EQ(appended(R"({"a":null})", {{"a", "1"}}), R"({"a":[1]})");
}

TEST(appended, refuses_what_is_no_list) {
  EXPECT_EQ(problem_of_appended("7", {{"", "1"}}), "the value is no list, so nothing can be put behind it");
  EXPECT_EQ(problem_of_appended(R"({"a":{}})", {{"a", "1"}}), "`a` is no list, so nothing can be put behind it");
  EXPECT_EQ(problem_of_appended("[]", {{"a", "1"}}), "the value is a list, so there is no place for `a` in it");
  EXPECT_EQ(problem_of_appended(R"({"a":{"b":7}})", {{"a.b.c", "1"}}),
            "`a.b` is no object, so there is no place for `a.b.c` in it");
}

std::string without(std::string_view text, const std::vector<std::string>& paths) {
  try {
    return removed(text, paths);
  } catch (const tenon::error& refused) {
    return refused.message();
  }
}

TEST(removed, takes_away_what_stands_there_and_nothing_else) {
  EXPECT_EQ(without(R"({"a":1,"b":{"c":2,"d":3}})", {"b.c", "a"}), R"({"b":{"d":3}})");
  EXPECT_EQ(without(R"({"a":1})", {"never.was.here", "a.b", "b"}), R"({"a":1})");
  EXPECT_EQ(without("[1]", {"0"}), "[1]");
  EXPECT_EQ(without("", {"a"}), "null");
}

TEST(removed, refuses_what_is_no_path) {
  EXPECT_NE(without("{}", {""}).find("a path is empty"), std::string::npos);
  for (const char* path : {".", "a.", ".a", "a..b"})
    EXPECT_NE(without(R"({"a":{"b":1}})", {path}).find("is no path"), std::string::npos) << path;
  EXPECT_EQ(without("{}", {"a.\xD8"}), "the path is not UTF-8");
}

TEST(replaced, makes_nothing_that_is_no_json_of_a_number_that_is_too_large) {
  EXPECT_EQ(replaced("", {{"a", "1e999"}}), R"({"a":1e999})");
  EXPECT_EQ(replaced(R"({"a":1e999})", {{"b", "1"}}), R"({"a":1e999,"b":1})");
}

}  // namespace
