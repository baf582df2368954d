// A JSON text as a tree whose values know their lines.
#include <gtest/gtest.h>

#include <string>

#include "tenon/json/tree.hpp"

namespace {

using tenon::finding;
using tenon::json::line_index;
using tenon::json::node;
using tenon::json::node_kind;
using tenon::json::tree;

tree parsed(std::string_view text) {
  std::vector<finding> wrong;
  std::optional<tree> read = tree::parse(text, {}, wrong);
  EXPECT_TRUE(read) << text;
  return *std::move(read);
}

TEST(tree, gives_values_by_their_kind) {
  const tree all = parsed(R"({"n": null, "b": true, "i": 1, "d": 1.5, "t": "x", "l": [1, 2], "o": {"a": 1}})");
  const node root = all.root();
  ASSERT_TRUE(root.is_object());
  ASSERT_EQ(root.size(), 7U);
  EXPECT_EQ(root.key(4), "t");
  EXPECT_EQ(root[4].text(), "x");
  EXPECT_TRUE(root.find("b")->is_true());
  EXPECT_EQ(root.find("n")->kind(), node_kind::null);
  EXPECT_EQ(root.find("i")->kind(), node_kind::number);
  EXPECT_EQ(root.find("d")->kind(), node_kind::number);
  EXPECT_EQ(root.find("l")->kind(), node_kind::list);
  EXPECT_EQ(root.find("l")->size(), 2U);
  EXPECT_EQ(root.find("o")->as_json(), R"({"a":1})");
}

TEST(tree, is_walked_by_pointers) {
  const tree all = parsed(R"({"a/b": [{"~": 1}], "": 2})");
  const node root = all.root();
  EXPECT_EQ(root.find_pointer("/a~1b/0/~0")->as_json(), "1");
  EXPECT_EQ(root.find_pointer("/")->as_json(), "2");
  EXPECT_EQ(root.find_pointer("")->identity(), root.identity());
  EXPECT_NE(root.find_pointer("/")->identity(), root.identity());
  for (const char* none : {"a", "/b", "/a~1b/1", "/a~1b/x", "/a~1b/00", "/a~2b", "//"})
    EXPECT_FALSE(root.find_pointer(none)) << none;
}

TEST(tree, has_nothing_where_a_value_is_of_another_kind) {
  const tree all = parsed("5");
  EXPECT_EQ(all.root().text(), "");
  EXPECT_FALSE(all.root().is_true());
  EXPECT_EQ(all.root().size(), 0U);
  EXPECT_FALSE(all.root().find("a"));
}

TEST(tree, of_a_text_that_is_no_json_is_none_and_a_finding) {
  std::vector<finding> wrong;
  EXPECT_FALSE(tree::parse("{\"a\": 1,\n\"a\": 2}", {.source = "x.json"}, wrong));
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].pointer, "/a");
  EXPECT_EQ(wrong[0].line, 2U);
}

TEST(line_index, knows_the_line_of_each_value_and_of_a_member_that_of_its_key) {
  const tree all = parsed("\n{\"a\": [\n1,\n\n[], {}, \"]}\\\"\"\n], \"b\"\n:\n{\n\"c\" : 2}\n,\"d\":3}\n");
  const line_index lines(all);
  const node root = all.root(), list = *root.find("a");
  EXPECT_EQ(lines.line_of(root), 2U);
  EXPECT_EQ(lines.line_of(list), 2U);
  EXPECT_EQ(lines.line_of(list[0]), 3U);
  EXPECT_EQ(lines.line_of(list[1]), 5U);
  EXPECT_EQ(lines.line_of(list[2]), 5U);
  EXPECT_EQ(lines.line_of(list[3]), 5U);
  EXPECT_EQ(lines.line_of(*root.find("b")), 6U);
  EXPECT_EQ(lines.line_of(*root.find("b")->find("c")), 9U);
  EXPECT_EQ(lines.line_of(*root.find("d")), 10U);
}

TEST(line_index, knows_nothing_of_another_tree) {
  const tree one = parsed("[1]"), other = parsed("[1]");
  EXPECT_EQ(line_index(one).line_of(other.root()[0]), 0U);
  EXPECT_EQ(line_index(parsed("5")).line_of(one.root()), 0U);
}

}  // namespace
