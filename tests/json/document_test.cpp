#include "tenon/json/document.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tenon/reflect/type_of.hpp"

namespace {

using namespace tenon::json;
using tenon::finding;

struct inner {
  int one = 1, two = 2;
};
struct outer {
  inner deep{};
  std::vector<int> list{1, 2, 3};
  std::map<std::string, inner> map{{"kept", {}}};
  std::optional<inner> maybe{};
};

document parsed(std::string_view text) {
  std::vector<finding> findings;
  auto read = document::parse(text, {}, findings);
  EXPECT_TRUE(findings.empty());
  return std::move(*read);
}

TEST(document, merges_objects_and_replaces_lists) {
  outer value;
  value.deep.one = 10;
  std::vector<finding> findings;
  std::vector<std::string> changed;
  parsed(R"({"deep": {"two": 20}, "list": [9], "map": {"new": {"one": 5}}, "maybe": {"two": 7}})")
      .read(tenon::reflect::described<outer>, &value, {.missing = missing::kept}, findings, std::nullopt, &changed);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(value.deep.one, 10);
  EXPECT_EQ(value.deep.two, 20);
  EXPECT_EQ(value.list, std::vector<int>{9});
  EXPECT_EQ(value.map.size(), 2U);
  EXPECT_EQ(value.maybe->two, 7);
  EXPECT_EQ(changed, (std::vector<std::string>{"/deep/two", "/list", "/map/new/one", "/maybe/two"}));
}

TEST(document, replaces_a_list_whole_so_that_no_old_element_shines_through) {
  std::vector<inner> value{{5, 6}};
  std::vector<finding> findings;
  parsed(R"([{"two": 9}])")
      .read(tenon::reflect::described<std::vector<inner>>, &value, {.missing = missing::kept}, findings);
  EXPECT_EQ(value[0].one, 1);
  EXPECT_EQ(value[0].two, 9);
}

TEST(document, keeps_the_value_that_a_mistake_is_about) {
  outer value;
  value.deep.one = 10;
  std::vector<finding> findings;
  parsed(R"({"deep": {"one": "x", "two": 20}, "maybe": {"two": "x"}})")
      .read(tenon::reflect::described<outer>, &value, {.missing = missing::kept}, findings);
  EXPECT_EQ(findings.size(), 2U);
  EXPECT_EQ(value.deep.one, 10);
  EXPECT_EQ(value.deep.two, 20);
  EXPECT_FALSE(value.maybe.has_value());
}

TEST(document, is_read_by_its_members) {
  const document whole = parsed("{\n \"a\": {\"one\": 3},\n \"b\": [ 1 ] ,\"c\": \"x\"}");
  EXPECT_EQ(whole.keys(), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(whole.text_of("b"), "[ 1 ]");
  EXPECT_EQ(whole.text_of("d"), std::nullopt);
  inner value;
  std::vector<finding> findings;
  whole.read(tenon::reflect::described<inner>, &value, {.missing = missing::kept}, findings, "a");
  EXPECT_EQ(value.one, 3);
  whole.read(tenon::reflect::described<inner>, &value, {.source = "f"}, findings, "c");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(to_string(findings[0]), "f:3:19: /c: expected an object, found \"x\". Write it in braces, e.g. {}.");
  EXPECT_EQ(to_string(whole.about("b", "not this.", "f")), "f:3:2: /b: not this.");
}

TEST(document, that_is_no_object_has_no_members) {
  EXPECT_FALSE(parsed("[]").is_object());
  EXPECT_TRUE(parsed("[]").keys().empty());
  EXPECT_EQ(parsed("3").text_of("a"), std::nullopt);
}

}  // namespace
