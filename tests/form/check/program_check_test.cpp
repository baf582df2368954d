// What a bundle claims, held against what a program draws and calls.
#include "tenon/form/check/program_check.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../written_bundle.hpp"
#include "tenon/form/folder_bundle.hpp"
#include "tenon/word/required.hpp"

using form_test::messages;
using form_test::strings;
using form_test::written_bundle;
using tenon::form::bundle_finding;
using tenon::form::program_parts;
using tenon::form::renderer_row;

namespace {

struct length_of_program {
  static constexpr auto form_function = tenon::form_function{.name = "length"};
  double call() const { return 2; }
};
struct litres_of_program {
  static constexpr auto form_function = tenon::form_function{.name = "litres"};
  tenon::required<double> people;
  double call() const { return 2 * people; }
};
constexpr std::array drawn_by_program{renderer_row{.extension = "shop", .format = "stars"}};
constexpr std::array called_by_program{tenon::form::row_of_form_function<litres_of_program>("shop"),
                                       tenon::form::row_of_form_function<length_of_program>("shop")};

std::vector<bundle_finding> unbound(written_bundle& of, bool bundle_modules = false) {
  tenon::form::report found;
  warn_of_unbound_entries(
      tenon::form::folder_bundle(of.root()),
      {.renderers = drawn_by_program, .functions = called_by_program, .bundle_modules = bundle_modules}, found);
  EXPECT_TRUE(found.valid());
  return found.warnings();
}

constexpr std::string_view moons_and_stars = R"({"renderers": {
  "moons": {"name": "Moons", "format": "moons", "module": "fields/moons.js"},
  "five": {"name": "Five", "format": "stars", "module": "fields/stars.js"}}})";

TEST(unbound_entries, of_renderers_are_told_with_their_file_pointer_and_line) {
  written_bundle of;
  of.write("forms/ext.json", moons_and_stars);
  const std::vector<bundle_finding> found = unbound(of);
  ASSERT_EQ(messages(found), strings{"no renderer for format moons in this server"});
  EXPECT_EQ(found[0].file, "forms/ext.json");
  EXPECT_EQ(found[0].pointer, "/renderers/moons");
  EXPECT_EQ(found[0].line, 2U);
  EXPECT_EQ(found[0].advice,
            "A plain field stands there until the program has a C++ type for it, or runs modules of bundles "
            "(forms.bundle_modules).");
}

TEST(unbound_entries, of_renderers_are_none_where_their_modules_may_draw_and_are_there) {
  written_bundle of;
  of.write("forms/ext.json", moons_and_stars).write("fields/moons.js", "");
  EXPECT_EQ(messages(unbound(of)), strings{"no renderer for format moons in this server"});
  EXPECT_EQ(messages(unbound(of, true)), strings{});
}

TEST(unbound_entries, say_why_a_module_that_may_draw_cannot) {
  written_bundle of;
  of.write("forms/ext.json", moons_and_stars);
  const std::vector<bundle_finding> found = unbound(of, true);
  ASSERT_EQ(messages(found), strings{"no renderer for format moons in this server"});
  EXPECT_TRUE(found[0].advice.starts_with(
      "Its module cannot draw it: extension module 'fields/moons.js' not found in bundle. It is looked for "))
      << found[0].advice;
}

TEST(unbound_entries, of_a_format_that_is_built_in_say_that_it_is_drawn_all_the_same) {
  written_bundle of;
  of.write("forms/ext.json", R"({"renderers": {"r": {"name": "R", "format": "radio", "module": "r.js"}}})");
  const std::vector<bundle_finding> found = unbound(of);
  ASSERT_EQ(messages(found), strings{"no renderer for format radio in this server but the built-in one"});
  EXPECT_TRUE(found[0].advice.starts_with("That draws it here until ")) << found[0].advice;
}

TEST(unbound_entries, name_what_was_most_likely_meant) {
  written_bundle of;
  of.write("forms/ext.json", R"({"renderers": {"s": {"name": "S", "format": "star", "module": "s.js"}},
      "functions": {"litre": {"path": "l.js", "export": "l"}}})");
  const std::vector<bundle_finding> found = unbound(of);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].advice.starts_with("Did you mean 'litres'? ")) << found[0].advice;
  EXPECT_TRUE(found[1].advice.starts_with("Did you mean 'stars'? ")) << found[1].advice;
}

TEST(unbound_entries, of_functions_are_told_with_their_file_pointer_and_line) {
  written_bundle of;
  of.write("forms/ext.json", R"({"functions": {
      "villages_of": {"path": "fields/villages.js", "export": "villagesOf"},
      "litres": {"path": "fields/litres.js", "export": "litres"}}})");
  for (const bool bundle_modules : {false, true}) {
    const std::vector<bundle_finding> found = unbound(of, bundle_modules);
    ASSERT_EQ(messages(found), strings{"no function villages_of in this server"});
    EXPECT_EQ(found[0].file, "forms/ext.json");
    EXPECT_EQ(found[0].pointer, "/functions/villages_of");
    EXPECT_EQ(found[0].line, 2U);
  }
}

TEST(unbound_entries, are_those_too_that_declare_other_parameters_than_the_function_of_their_name_has) {
  written_bundle of;
  const auto declaring = [&](std::string_view parameters) {
    of.write("forms/ext.json",
             std::string(R"({"functions": {"l": {"name": "litres", "parameters": )").append(parameters).append("}}}"));
    return messages(unbound(of));
  };
  EXPECT_EQ(declaring(R"([{"name": "people", "type": "number", "required": true}])"), strings{});
  EXPECT_EQ(declaring(R"([{"name": "cows", "type": "number"}])"),
            strings{"function l is not the one in this server: it declares the parameter 'cows', and litres of shop "
                    "has none of that name"});
}

TEST(unbound_entries, of_the_application_come_before_those_of_forms_and_what_cannot_be_read_is_left_to_the_validator) {
  written_bundle of;
  constexpr std::string_view of_a = R"({"renderers": {"a": {"name": "A", "format": "a", "module": "a.js"}}})";
  constexpr std::string_view of_b = R"({"renderers": {"b": {"name": "B", "format": "b", "module": "b.js"}}})";
  of.form("visit").write("forms/visit/ext.json", of_b).write("forms/ext.json", of_a);
  of.write("renderers/ext.json", of_a).form("well").write("forms/well/ext.json", "{");
  EXPECT_EQ(messages(unbound(of)),
            (strings{"no renderer for format a in this server", "no renderer for format b in this server"}));
}

TEST(unbound_entries, are_those_too_that_a_form_calls_with_what_they_do_not_take_or_for_what_they_do_not_give) {
  written_bundle of;
  of.form("visit").write("forms/ext.json", R"({"functions": {"l": {"name": "litres"}, "n": {"name": "length"}}})");
  of.write("forms/visit/schema.json", R"({"type": "object", "properties": {
      "good": {"type": "number", "x-computed": {"function": "litres", "params": {"people": 2}}},
      "cows": {"type": "number", "x-computed": {"function": "litres", "params": {"people": 2, "cows": 1}}},
      "none": {"type": "number", "x-computed": {"function": "litres"}},
      "test": {"type": "string", "x-validate": {"function": "length", "message": "No."}}}})");
  const std::vector<bundle_finding> found = unbound(of);
  EXPECT_EQ(
      messages(found),
      (strings{"x-computed of /cows cannot call function litres in this server: it is given the parameter 'cows', "
               "and litres of shop has none of that name.",
               "x-computed of /none cannot call function litres in this server: it is not given the parameter "
               "'people', which litres of shop needs.",
               "x-validate of /test cannot call function length in this server: it gives double, and x-validate "
               "needs bool or a text that says what is wrong"}));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].file, "forms/visit/schema.json");
  EXPECT_EQ(found[0].pointer, "/properties/cows/x-computed");
  EXPECT_EQ(found[0].line, 3U);
  EXPECT_EQ(found[0].advice, "Until that is mended, what it computes or offers is left out.");
  EXPECT_EQ(found[2].line, 5U);
  EXPECT_EQ(found[2].advice, "Until that is mended, nothing that is filled in can be sent.");
}

TEST(unbound_entries, are_found_in_definitions_that_an_ext_json_brings_and_told_at_the_form_that_calls_them) {
  written_bundle of;
  of.form("visit").write("forms/ext.json", R"({"functions": {"l": {"name": "litres"}}, "definitions": {
      "water": {"type": "number", "x-computed": {"function": "litres", "params": {"cows": 1}}}}})");
  of.write("forms/visit/schema.json", R"({"type": "object",
      "properties": {"a": {"$ref": "#/definitions/water"}}})");
  const std::vector<bundle_finding> found = unbound(of);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].file, "forms/visit/schema.json");
  EXPECT_TRUE(found[0].message.starts_with("x-computed of /a cannot call function litres in this server: "));
}

}  // namespace
