// Forms that call functions of extensions.
#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "../submission.hpp"
#include "tenon/form/function/form_function_row.hpp"
#include "tenon/form/function/function_table.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/word/raw_json.hpp"

using tenon_forms::submission;

namespace {

struct at_most {
  static constexpr auto form_function = tenon::form_function{.name = "at_most"};
  tenon::required<double> value;
  tenon::required<double> limit;
  bool call() const { return value <= limit; }
};
struct is_ada {
  static constexpr auto form_function = tenon::form_function{.name = "is_ada"};
  tenon::required<std::string> name;
  std::string call() const { return name.get() == "Ada" ? "" : "'" + name.get() + "' is not Ada."; }
};
struct sum {
  static constexpr auto form_function = tenon::form_function{.name = "sum"};
  tenon::required<int> a;
  int b = 0;
  int call() const { return a + b; }
};
struct villages_of {
  static constexpr auto form_function = tenon::form_function{.name = "villages_of"};
  tenon::required<std::string> district;
  std::vector<tenon::form_choice> call() const {
    if (district.get() == "lost") throw std::runtime_error("no map");
    return {{district.get() + "1", "One"}, {district.get() + "2", ""}, {district.get() + "1", "Again"}};
  }
};

constexpr std::string_view shop = "shop";
constexpr std::array rows{tenon::form::row_of_form_function<at_most>(shop),
                          tenon::form::row_of_form_function<is_ada>(shop), tenon::form::row_of_form_function<sum>(shop),
                          tenon::form::row_of_form_function<villages_of>(shop)};

tenon::form::form_plan plan(std::string_view schema, std::string_view entries = "") {
  tenon::form::form_init_data of{.form = "visit"};
  of.schema.text = schema;
  if (!entries.empty()) {
    tenon::form::extension_data::function_data entry{.name = std::string(entries), .origin = "forms/ext.json"};
    entry.parameters = {{"district", "number", true}};
    of.extensions.emplace().functions.emplace("key", entry);
  }
  return tenon::form::form_plan(of, {}, rows);
}
submission read(std::string_view schema, std::string_view encoded) {
  const tenon::form::form_plan made = plan(schema);
  return tenon_forms::read_submission(made, tenon::form::schema_check(made.schema()), encoded);
}

// `a` is checked by a function.
std::string validated(std::string_view use, std::string_view encoded) {
  const submission said = read(std::string(R"({"properties": {"a": {"type": "string", "x-validate": )")
                                   .append(use)
                                   .append(R"(}, "n": {"type": "number", "title": "Number"}}})"),
                               encoded);
  return said.answers.at(0).problems.empty() ? "" : said.answers[0].problems[0];
}

TEST(a_form, has_an_answer_checked_by_a_function) {
  const std::string_view ada = R"({"function": "is_ada", "params": {"name": "{{data.a}}"}})";
  EXPECT_EQ(validated(ada, "/a=Ada"), "");
  EXPECT_EQ(validated(ada, "/a=Dave"), "'Dave' is not Ada.");
  EXPECT_EQ(validated(ada, "/a="), "");  // that it is needed is for the schema to say
  const std::string_view limit =
      R"({"function": "at_most", "params": {"value": "{{data.n}}", "limit": 3}, "message": "Too much."})";
  EXPECT_EQ(validated(limit, "/a=x&/n=3"), "");
  EXPECT_EQ(validated(limit, "/a=x&/n=4"), "Too much.");
}

TEST(a_form, takes_nothing_that_its_function_cannot_check) {
  EXPECT_EQ(validated(R"({"function": "at_most", "params": {"value": "{{data.n}}", "limit": 3}})", "/a=x"),
            "This cannot be checked before 'Number' is answered.");
  const std::string cannot =
      "This cannot be checked now, so it cannot be taken. Try again later, or tell those who run this server.";
  EXPECT_EQ(validated(R"({"function": "nobody"})", "/a=x"), cannot);
  EXPECT_EQ(validated(R"({"function": "is_ada", "params": {"name": 1}})", "/a=x"), cannot);
  EXPECT_EQ(validated(R"({"function": "is_ada", "params": {"name": "{{data.z}}"}})", "/a=x"), cannot);
  EXPECT_EQ(validated(R"({"function": "sum", "params": {"a": 1}})", "/a=x"), cannot);
  EXPECT_EQ(validated("3", "/a=x"), cannot);
}

TEST(a_form, has_several_answers_checked_together) {
  const std::string_view schema = R"({"properties": {"a": {"type": "number"}, "b": {"type": "number"}}, "x-validate": {
      "function": "at_most", "params": {"value": "{{data.a}}", "limit": "{{data.b}}"}, "message": "The wrong way."}})";
  EXPECT_TRUE(read(schema, "/a=1&/b=2").is_good());
  EXPECT_EQ(read(schema, "/a=3&/b=2").problems, std::vector<std::string>{"The wrong way."});
  EXPECT_FALSE(read(schema, "").is_good());
  EXPECT_TRUE(read(schema, "/a=x&/b=2").problems.empty());  // what is wrong with one of them comes first
}

TEST(a_form, has_what_stands_in_a_part_of_its_schema_checked) {
  constexpr std::string_view schema =
      R"({"properties": {"a": {"type": "string"}}, "allOf": [{"$ref": "#/definitions/d"}],
            "definitions": {"d": {"properties": {"a": {"x-validate": {"function": "is_ada",
              "params": {"name": "{{data.a}}"}}}}}}})";
  EXPECT_TRUE(read(schema, "/a=Ada").is_good());
  EXPECT_FALSE(read(schema, "/a=x").is_good());
}

TEST(a_form, takes_nothing_where_a_check_stands_in_a_place_that_is_never_looked_at) {
  for (const std::string_view schema :
       {R"({"properties": {"a": {"type": "array", "items": {"enum": ["x"], "x-validate": {"function": "is_ada"}}}}})",
        R"({"properties": {"a": {"type": "string"}}, "allOf": [{"then": {"$ref": "#/definitions/d"}}],
            "definitions": {"d": {"properties": {"a": {"x-validate": {"function": "is_ada"}}}}}})"}) {
    const tenon::form::form_plan made = plan(schema);
    EXPECT_TRUE(made.is_beyond_checking()) << schema;
    ASSERT_EQ(made.errors().size(), 1U);
    EXPECT_EQ(made.errors()[0].type, "function_load_error");
    EXPECT_FALSE(read(schema, "/a=x").is_good()) << schema;
  }
}

TEST(a_form, computes_values_over_whatever_was_sent_for_them) {
  const std::string_view schema = R"({"properties": {"a": {"type": "integer"},
      "s": {"type": "integer", "x-computed": {"function": "sum", "params": {"a": "{{data.a}}", "b": 2}}},
      "t": {"type": "integer", "x-computed": {"function": "sum", "params": {"a": "{{data.s}}", "b": "{{data.a}}"}}}}})";
  EXPECT_EQ(read(schema, "/a=1&/s=77&/t=x").data, R"({"a":1,"s":3,"t":4})");
  EXPECT_TRUE(read(schema, "/a=1&/s=77&/t=x").is_good());
  EXPECT_EQ(read(schema, "/a=1").answers[1].typed, std::vector<std::string>{"3"});
  EXPECT_EQ(read(schema, "/s=77").data, "{}");
}

TEST(a_form, holds_computed_values_against_its_schema) {
  EXPECT_FALSE(read(R"({"properties": {"s": {"type": "integer", "maximum": 2,
      "x-computed": {"function": "sum", "params": {"a": 3}}}}})",
                    "")
                   .is_good());
}

TEST(a_form, goes_on_without_a_value_that_cannot_be_computed) {
  const submission said =
      read(R"({"properties": {"s": {"type": "integer", "x-computed": {"function": "none"}}, "a": {"type": "string"}}})",
           "/s=4&/a=x");
  EXPECT_TRUE(said.is_good());
  EXPECT_EQ(said.data, R"({"a":"x"})");
  ASSERT_EQ(said.errors.size(), 1U);
  EXPECT_EQ(said.errors[0].type, "function_load_error");
}

constexpr std::string_view places = R"({"properties": {"d": {"type": "string", "title": "District"},
    "v": {"title": "Village", "x-dynamicEnum": {"function": "villages_of", "params": {"district": "{{data.d}}"}}},
    "m": {"type": "array", "x-dynamicEnum": {"function": "villages_of", "params": {"district": "k"}}}}})";

TEST(a_form, offers_choices_that_a_function_gives_and_takes_no_others) {
  EXPECT_EQ(read(places, "/d=x&/v=x1&/m=k1&/m=k2").data, R"({"d":"x","m":["k1","k2"],"v":"x1"})");
  EXPECT_EQ(read(places, "/d=x&/v=y1").answers[1].problems, std::vector<std::string>{"This is none of the choices."});
  const submission waits = read(places, "/v=x1");
  EXPECT_EQ(waits.answers[1].note, "First answer 'District': the choices depend on it.");
  EXPECT_FALSE(waits.is_good());
  const std::vector<tenon::form::choice> offered = read(places, "/d=x").answers[1].choices;
  ASSERT_EQ(offered.size(), 2U);
  EXPECT_EQ(offered[0].label, "One");
  EXPECT_EQ(offered[1].label, "x2");
}

TEST(a_form, goes_on_where_choices_cannot_be_had_and_takes_none) {
  const submission said = read(places, "/d=lost&/v=lost1");
  EXPECT_TRUE(said.answers[1].is_without_choices);
  EXPECT_FALSE(said.is_good());
  ASSERT_EQ(said.errors.size(), 1U);
  EXPECT_EQ(said.errors[0].message, "Failed to load function villages_of: no map");
  EXPECT_EQ(said.errors[0].details, "x-dynamicEnum of /v");
  EXPECT_TRUE(read(places, "/d=lost").is_good());
}

TEST(a_form, keeps_what_was_typed_while_its_choices_are_updated) {
  const submission said = read(places, "/d=x&/m=unknown&update=/v");
  EXPECT_TRUE(said.is_unfinished);
  EXPECT_TRUE(said.is_good());
  EXPECT_EQ(said.answers[0].typed, std::vector<std::string>{"x"});
  EXPECT_EQ(said.answers[1].choices.size(), 2U);
}

std::string load_error_of(std::string_view keyword, std::string_view use) {
  const tenon::form::form_plan made =
      plan(std::string(R"({"properties": {"a": {")").append(keyword).append("\": ").append(use).append("}}}"));
  return made.errors().empty() ? "" : made.errors()[0].message;
}

TEST(a_form, says_which_function_it_cannot_call_and_why) {
  EXPECT_EQ(load_error_of("x-validate", R"({"function": "is_adam"})"),
            "Failed to load function is_adam: Function \"is_adam\" not found. Available: at_most, is_ada, sum, "
            "villages_of.");
  EXPECT_EQ(load_error_of("x-dynamicEnum", R"({"function": "sum"})"),
            "Failed to load function sum: it gives int, and x-dynamicEnum needs a list");
  EXPECT_EQ(load_error_of("x-computed", R"({"function": "sum", "params": {"a": "{{data.b}}"}})"),
            "Failed to load function sum: its parameters refer to /b, and the form asks for no such thing.");
  EXPECT_EQ(load_error_of("x-computed", R"({"function": "sum", "params": {"a": 1}})"), "");
  EXPECT_EQ(load_error_of("x-validate", R"({"function": "at_most", "params": {"value": 1, "limits": 2}})"),
            "Failed to load function at_most: it is given the parameter 'limits', and at_most of shop has none of that "
            "name. Did you mean 'limit'?");
  EXPECT_EQ(load_error_of("x-validate", R"({"function": "at_most", "params": {"value": 1}})"),
            "Failed to load function at_most: it is not given the parameter 'limit', which at_most of shop needs.");
}

TEST(a_form, binds_no_entry_that_declares_other_parameters_than_its_function_has) {
  const tenon::form::form_plan made = plan(places, "villages_of");
  ASSERT_EQ(made.errors().size(), 3U);  // of the entry, and of its two uses
  EXPECT_EQ(made.errors()[0].message,
            "Failed to load function key: it declares the parameter 'district' as number, and that of villages_of of "
            "shop is string");
  EXPECT_EQ(made.errors()[0].details,
            "forms/ext.json: correct its 'parameters' there, or the members of the function.");
  EXPECT_EQ(plan("{}", "is_ada").errors().at(0).message,
            "Failed to load function key: it declares the parameter 'district', and is_ada of shop has none of that "
            "name");
}

struct as_it_is {
  static constexpr auto form_function = tenon::form_function{.name = "as_it_is"};
  tenon::json::raw value;
  std::string call() const { return value.text; }
};

TEST(a_form, binds_an_entry_of_whatever_type_where_its_function_takes_any_JSON) {
  constexpr std::array row{tenon::form::row_of_form_function<as_it_is>(shop)};
  for (const std::string_view type : {"boolean", "integer", "number", "string", "array", "object", "date"}) {
    tenon::form::extension_data says;
    says.functions["key"] = {
        .name = "as_it_is", .parameters = {{"value", std::string(type), true}}, .origin = "forms/ext.json"};
    std::vector<tenon::form::load_error> errors;
    const tenon::form::function_table table(row, says, errors);
    EXPECT_TRUE(errors.empty()) << errors[0].message;
    std::string why;
    EXPECT_NE(table.find("as_it_is", why), nullptr) << why;
  }
}

}  // namespace
