// Functions that the schemas of a bundle call.
#include <gtest/gtest.h>

#include <string>

#include "written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

constexpr const char* functions = R"({"functions": {"in_range": {"name": "in_range"}}})";

tenon::form::report found(std::string_view keyword, std::string_view use) {
  written_bundle bundle;
  bundle.write("forms/ext.json", functions);
  const std::string schema = std::string(R"({"properties": {"a": {"type": "integer", ")")
                                 .append(keyword)
                                 .append("\": ")
                                 .append(use)
                                 .append("}}}");
  return bundle.form("visit", schema).found();
}
strings errors(std::string_view keyword, std::string_view use) {
  return form_test::messages(found(keyword, use).errors());
}

TEST(a_schema, may_call_a_function_that_an_extension_file_names) {
  for (const std::string_view keyword : {"x-validate", "x-computed", "x-dynamicEnum"})
    EXPECT_EQ(errors(keyword, R"({"function": "in_range", "params": {"least": "{{data.a}}"}})"), strings{}) << keyword;
  EXPECT_EQ(errors("x-dynamicEnum", R"({"function": "in_range", "query": "a", "valueField": "b"})"), strings{});
  EXPECT_EQ(errors("x-validate", R"({"function": "in_range", "message": "Too much."})"), strings{});
}

TEST(a_schema, that_calls_a_function_that_nobody_names_is_told) {
  const tenon::form::report all = found("x-validate", R"({"function": "in_rang"})");
  ASSERT_EQ(all.errors().size(), 1U);
  EXPECT_EQ(all.errors()[0].message,
            "missing function reference: references non-existent function 'in_rang' (x-validate)");
  EXPECT_EQ(all.errors()[0].pointer, "/properties/a/x-validate");
  EXPECT_EQ(all.errors()[0].line, 1U);
  EXPECT_TRUE(all.errors()[0].advice.starts_with("The nearest known one is 'in_range'."));
}

TEST(a_schema, has_functions_of_its_own_form_alone) {
  written_bundle bundle;
  bundle.write("forms/one/ext.json", functions);
  for (const std::string name : {"one", "two"}) bundle.form(name, R"({"x-validate": {"function": "in_range"}})");
  const tenon::form::report all = bundle.found();
  ASSERT_EQ(all.errors().size(), 1U);
  EXPECT_EQ(all.errors()[0].file, "forms/two/schema.json");
}

TEST(a_schema, is_told_what_is_wrong_with_a_call_of_a_function) {
  EXPECT_EQ(errors("x-computed", "[]"), strings{"invalid function reference: x-computed names no function"});
  EXPECT_EQ(errors("x-computed", R"({"function": ""})"),
            strings{"invalid function reference: x-computed has a 'function' that is no text"});
  EXPECT_EQ(errors("x-computed", R"({"function": "in_range", "message": "a"})"),
            strings{"invalid function reference: x-computed has a member 'message', which nobody reads"});
  EXPECT_EQ(errors("x-validate", R"({"function": "in_range", "params": []})"),
            strings{"invalid function reference: x-validate has 'params' that are no object"});
  EXPECT_EQ(errors("x-dynamicEnum", R"({"function": "in_range", "params": {"query": 1}, "query": 2})"),
            strings{"invalid function reference: x-dynamicEnum says the parameter 'query' twice"});
  const tenon::form::report all = found("x-validate", R"({"function": "in_range", "params": {"a": ["{{b}}"]}})");
  ASSERT_EQ(all.errors().size(), 1U);
  EXPECT_EQ(all.errors()[0].message,
            "invalid function reference: x-validate has a text that is wrong: '{{b}}' names no answer. Write "
            "{{data.<name of a question>}}, and a dot before each name inside.");
}

}  // namespace
