#include "tenon/form/schema/without_demands.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string without_a_and_b(std::string_view schema) {
  std::vector<tenon::finding> ignored;
  const auto read = tenon::json::tree::parse(schema, {}, ignored);
  return read ? tenon::form::without_demands(read->root(), {"a", "b"}) : "not read";
}

TEST(without_demands, asks_for_none_of_the_names_wherever_they_are_required) {
  EXPECT_EQ(
      without_a_and_b(R"({"required":["a","c","b"],"allOf":[{"required":["b"]},true],"items":{"required":["a"]}})"),
      R"({"required":["c"],"allOf":[{"required":[]},true],"items":{"required":[]}})");
  EXPECT_EQ(without_a_and_b(R"({"dependencies":{"c":["a","d"],"d":{"required":["a"]}},"then":{"required":["a"]}})"),
            R"({"dependencies":{"c":["d"],"d":{"required":[]}},"then":{"required":[]}})");
}

TEST(without_demands, leaves_conditions_alternatives_and_values_as_they_are) {
  for (const std::string_view schema :
       {R"({"not":{"required":["a"]},"if":{"required":["a"]},"anyOf":[{"required":["a"]}]})",
        R"({"enum":[{"required":["a"]}],"default":{"required":["a"]},"properties":{"required":{"type":"string"}}})",
        "true"})
    EXPECT_EQ(without_a_and_b(schema), schema);
}

}  // namespace
