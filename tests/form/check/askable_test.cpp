// What a form demands and nobody can answer.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

// `pointer:line: message`, of the schema of one form.
strings warned_of_demands(std::string_view schema) { return written_bundle().form("visit", schema).placed_warnings(); }

TEST(a_question, that_is_needed_and_read_only_without_a_default_is_a_warning) {
  constexpr std::string_view told =
      "/required/0:1: form cannot be sent: it needs 'a', which is read only and has no default";
  const std::string empty = "/required/0:1: form cannot be sent: it needs 'a', which is read only and begins empty";
  const auto of_a = [](std::string_view property) {
    return warned_of_demands(R"({"required": ["a"], "properties": {"a": )" + std::string(property) + "}}");
  };
  EXPECT_EQ(of_a(R"({"type": "string", "readOnly": true})"), strings{std::string(told)});
  EXPECT_EQ(of_a(R"({"type": "string", "format": "photo", "readOnly": true, "default": "x"})"),
            strings{empty + ", whatever its default says"});
  EXPECT_EQ(of_a(R"({"type": "array", "readOnly": true, "items": {"type": "object", "properties": {"b": {}}}})"),
            strings{std::string(told)});
  EXPECT_EQ(of_a(R"({"type": "string", "readOnly": true, "default": "x"})"), strings{});
  EXPECT_EQ(of_a(R"({"type": "array", "readOnly": true, "items": {"type": "object", "properties": {"b": {}}},
    "default": [{"b": 1}]})"),
            strings{empty + ", whatever its default says"});
  EXPECT_EQ(of_a(R"({"type": ["string", "null"], "readOnly": true, "default": null})"), strings{empty});
  EXPECT_EQ(of_a(R"({"type": "string", "readOnly": true, "default": ""})"), strings{empty});
  EXPECT_EQ(of_a(R"({"type": "boolean", "readOnly": true})"), strings{});
  EXPECT_EQ(of_a(R"({"type": "boolean", "readOnly": true, "const": true, "default": true})"), strings{});
  EXPECT_EQ(
      of_a(R"({"type": "boolean", "readOnly": true, "const": true})"),
      strings{"/required/0:1: form cannot be sent: it needs 'a', which has to be true, is read only and begins as "
              "false"});
  EXPECT_EQ(
      warned_of_demands(
          R"({"required": ["a"], "readOnly": true, "default": {"a": "x"}, "properties": {"a": {"type": "string"}}})"),
      strings{});
}

TEST(a_form, that_needs_what_stands_in_several_parts_of_it_is_looked_at_with_all_of_them) {
  EXPECT_EQ(warned_of_demands(R"({"allOf": [{"properties": {"a": {"type": "string"}}}, {"required": ["a"]}]})"),
            strings{});
  EXPECT_EQ(warned_of_demands(R"({"allOf": [{"properties": {"a": {"type": "string"}}}, {"required": ["aa"]}]})"),
            strings{"/allOf/1/required/0:1: form cannot be sent: it needs 'aa', which is none of its properties"});
}

TEST(an_object, that_needs_more_properties_than_are_asked_for_is_a_warning) {
  EXPECT_EQ(warned_of_demands(R"({"minProperties": 3, "properties": {"r": {"type": "string"}}})"),
            strings{"/minProperties:1: form cannot be sent: it needs 3 properties, and its UI schema asks for 1"});
  EXPECT_EQ(
      warned_of_demands(R"({"minProperties": 2, "properties": {"r": {"type": "string"}, "s": {"type": "string"}}})"),
      strings{});
}

}  // namespace
