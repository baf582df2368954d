// What a UI schema says and cannot mean.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

strings warned_of_layout(std::string_view ui) {
  return written_bundle()
      .form("visit", R"({"properties": {"a": {"type": "string"}, "b": {"type": "integer"},
    "c": {"type": "array", "items": {"type": "object", "properties": {"a": {}, "d": {}}}}}})",
            ui)
      .warnings();
}

TEST(a_question, that_stands_twice_is_a_warning_unless_rules_show_where) {
  const auto warned = [](std::string_view first, std::string_view second) {
    return warned_of_layout(R"({"type": "Group", "elements": [{"type": "Control", "scope": "#/properties/a")" +
                            std::string(first) + R"(}, {"type": "Control", "scope": "#/properties/a")" +
                            std::string(second) + "}]}");
  };
  const std::string rule = R"(, "rule": {"effect": "HIDE", "condition": {"scope": "#/properties/b", "schema": {}}})";
  EXPECT_EQ(warned("", ""), strings{"the scope '#/properties/a' is asked for twice"});
  EXPECT_EQ(warned("", rule), strings{"the scope '#/properties/a' is asked for twice"});
  EXPECT_EQ(warned(rule, rule), strings{});
  // An entry of a list has questions of its own.
  EXPECT_EQ(warned_of_layout(R"({"type": "Group", "elements": [{"type": "Control", "scope": "#/properties/a"},
    {"type": "Control", "scope": "#/properties/c", "options": {"detail": {
      "type": "Control", "scope": "#/properties/a"}}}]})"),
            strings{});
}

}  // namespace
