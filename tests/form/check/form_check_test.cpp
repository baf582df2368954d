// What the plan of a form finds is said by the validator, where the form is written.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "../written_bundle.hpp"

namespace {

using form_test::strings;
using form_test::written_bundle;

// `file#pointer:line: kind: message`, of one form.
strings all_found(std::string_view schema, std::string_view ui = "{}", std::string_view extension = {}) {
  written_bundle bundle;
  bundle.form("visit", schema, ui);
  if (!extension.empty()) bundle.write("forms/ext.json", extension).write("app/a.js", "");
  const tenon::form::report found = bundle.found();
  strings out;
  const auto put = [&](const std::vector<tenon::form::bundle_finding>& all, std::string_view kind) {
    for (const auto& one : all)
      out.push_back(one.file.substr(one.file.rfind('/') + 1) + "#" + one.pointer + ":" + std::to_string(one.line) +
                    ": " + std::string(kind) + ": " + one.message);
  };
  put(found.errors(), "error");
  put(found.warnings(), "warning");
  return out;
}
strings of_control(std::string_view control) {
  return all_found(R"({"properties": {"name": {"type": "string"}, "people": {"type": "array", "items": {
    "type": "object", "properties": {"age": {"type": "integer"}}}}}})",
                   R"({"type": "VerticalLayout", "elements": [
)" + std::string(control) +
                       "]}");
}

TEST(a_layout, whose_scope_leads_nowhere_is_told_with_its_place_and_the_nearest_property) {
  EXPECT_EQ(of_control(R"({"type": "Control", "scope": "#/properties/nmae"})"),
            strings{"ui.json#/elements/0/scope:2: error: unusable form element: the scope '#/properties/nmae' leads "
                    "nowhere; the nearest property is 'name'"});
  EXPECT_EQ(of_control(R"({"type": "Control", "scope": "name"})"),
            strings{"ui.json#/elements/0/scope:2: error: unusable form element: the scope 'name' leads nowhere: write "
                    "#/properties/<name>"});
  EXPECT_EQ(
      of_control(R"({"type": "Control"})"),
      strings{"ui.json#/elements/0:2: error: unusable form element: a Control without a 'scope' asks for nothing"});
  EXPECT_EQ(of_control(R"({"type": "Control", "scope": 5})").front(),
            "ui.json#/elements/0/scope:2: error: unusable form element: a scope must be a text, found a number");
  EXPECT_EQ(of_control(R"({"type": "Control", "scope": "#/properties/people", "options": {"detail":
    {"type": "Control", "scope": "#/properties/agee"}}})"),
            strings{"ui.json#/elements/0/options/detail/scope:3: error: unusable form element: the scope "
                    "'#/properties/agee' leads nowhere; the nearest property is 'age'"});
}

TEST(a_question, of_a_known_format_that_nothing_built_in_draws_is_a_warning) {
  EXPECT_EQ(all_found(R"({"properties": {"page": {"type": "string", "format": "html"}}})"),
            strings{"schema.json#/properties/page:1: warning: unusable form element: no built-in renderer draws 'page' "
                    "as 'html'"});
}

TEST(a_layout, with_an_element_of_an_unknown_type_is_told_as_an_error_where_that_asks_something) {
  EXPECT_EQ(of_control(R"({"type": "Contrl", "scope": "#/properties/name"})"),
            strings{"ui.json#/elements/0/type:2: error: unusable form element: nobody draws elements of the type "
                    "'Contrl'"});
  EXPECT_EQ(of_control(R"({"type": "Finalize"})"),
            strings{"ui.json#/elements/0/type:2: warning: unusable form element: nobody draws elements of the type "
                    "'Finalize'"});
  EXPECT_EQ(
      all_found("{}", R"({"type": "Map"})", R"({"renderers": {"Map": {"renderer": {"path": "a.js", "export": "A"}}}})"),
      strings{});
}

TEST(a_rule, that_cannot_be_kept_to_is_told_with_the_member_that_is_wrong) {
  const auto told = [](std::string_view rule) {
    const strings all =
        of_control(R"({"type": "Control", "scope": "#/properties/name", "rule": )" + std::string(rule) + "}");
    return all.empty() ? std::string() : all[0];
  };
  const std::string at = "ui.json#/elements/0/rule", error = ":2: error: unusable form rule: ";
  EXPECT_EQ(told(R"({"effect": "HID", "condition": {"scope": "#", "schema": {}}})"),
            at + "/effect" + error + "its effect is 'HID': write SHOW, HIDE, ENABLE or DISABLE; the nearest is HIDE");
  EXPECT_EQ(told(R"({"effect": "HIDE"})"), at + error + "it has no condition");
  EXPECT_EQ(told(R"({"effect": "HIDE", "condition": {"schema": {}}})"),
            at + "/condition" + error + "its condition has no scope");
  EXPECT_EQ(told(R"({"effect": "HIDE", "condition": {"type": "AND", "conditions": [
{"scope": "#/properties/name", "schema": {}}, {"scope": "#/properties/peple", "schema": {}}]}})"),
            at + "/condition/conditions/1/scope:3: error: unusable form rule: its condition has the scope "
                 "'#/properties/peple', which leads nowhere; the nearest property is 'people'");
  EXPECT_EQ(
      told(R"~({"effect": "HIDE", "condition": {"scope": "#/properties/name", "schema": {"pattern": "a(?=b)"}}})~")
          .substr(0, 110),
      (at + "/condition" + error + "the pattern 'a(?=b)' cannot be used: invalid ").substr(0, 110));
  EXPECT_EQ(told(R"({"effect": "HIDE", "condition": {"scope": "#/properties/people/properties/x", "schema": {}}})")
                .find(at + "/condition/scope"),
            0U);
  EXPECT_EQ(told(R"({"effect": "HIDE", "condition": {"scope": "#/properties/name", "schema": {}}})"), "");
}

constexpr std::string_view with_function = R"({"functions": {"is_good": {"path": "a.js", "export": "A"}}})";

TEST(a_list, in_which_a_file_or_a_function_is_asked_for_is_told) {
  EXPECT_EQ(all_found(R"({"properties": {"people": {"type": "array", "items": {"type": "object", "properties": {
"face": {"type": "object", "format": "photo"}, "age": {"type": "integer"}}}}}})"),
            strings{"schema.json#/properties/people/items/properties/face:2: error: unusable form element: 'face' is a "
                    "file inside of a list, where none is taken"});
  EXPECT_EQ(all_found(R"({"properties": {"people": {"type": "array", "items": {"$ref": "#/definitions/person"}}},
"definitions": {"person": {"type": "object", "properties": {
"age": {"type": "integer", "x-computed": {"function": "is_good"}}}}}})",
                      "{}", with_function),
            strings{"schema.json#/definitions/person/properties/age/x-computed:3: error: unusable form function: "
                    "x-computed stands inside of a list, where nobody calls it"});
  EXPECT_EQ(all_found(R"({"properties": {"people": {"type": "array", "items": {"type": "object", "properties": {
"age": {"type": "integer", "x-validate": {"function": "is_good"}}}}}}})",
                      "{}", with_function),
            strings{"schema.json#/properties/people/items/properties/age/x-validate:2: error: unusable form function: "
                    "x-validate stands where nobody calls it, so nothing that is filled in can be sent"});
}

TEST(a_function, whose_parameters_refer_to_what_nobody_is_asked_for_is_told) {
  EXPECT_EQ(all_found(R"({"properties": {"age": {"type": "integer"},
"name": {"type": "string", "x-validate": {"function": "is_good", "params": {"a": "{{data.aeg}}"}}}}})",
                      "{}", with_function),
            strings{"schema.json#/properties/name/x-validate:2: error: unusable form function: the parameters of "
                    "is_good refer to /aeg, and the form asks for no such thing"});
}

// Who draws and who is called is known in a program, and not here.
TEST(a_form, is_not_told_what_a_program_may_have) {
  EXPECT_EQ(all_found(R"({"properties": {"where": {"type": "string", "format": "gps"}, "code": {"type": "string",
    "format": "qrcode"}, "name": {"type": "string", "x-validate": {"function": "is_good"}},
    "stars": {"type": "integer", "format": "stars"}}})",
                      "{}", R"({"functions": {"is_good": {"path": "a.js", "export": "A"}},
    "renderers": {"stars": {"renderer": {"path": "a.js", "export": "A"}}}})"),
            strings{});
}

TEST(a_question, whose_type_does_not_fit_its_format_is_told_what_the_format_needs) {
  EXPECT_EQ(all_found(R"({"properties": {
"face": {"type": "integer", "format": "photo"}}})"),
            strings{"schema.json#/properties/face:2: error: unusable form element: 'face' cannot be drawn as it says: "
                    "the format 'photo' needs the type object or string, no choices, and no function that computes it; "
                    "this is of the type 'integer'"});
  EXPECT_EQ(
      all_found(R"({"properties": {"size": {"type": "integer", "format": "date"}}})"),
      strings{"schema.json#/properties/size:1: warning: unusable form element: 'size' cannot be drawn as it says: "
              "the format 'date' needs the type string; this is of the type 'integer'"});
  EXPECT_EQ(all_found(R"({"properties": {"at": {"type": "number", "format": "gps"}}})").size(), 1U);
  EXPECT_EQ(all_found(R"({"properties": {"code": {"type": "integer", "format": "qrcode"}}})").size(), 1U);
  EXPECT_EQ(all_found(R"({"properties": {"face": {"type": "integer", "format": "photo"}}})", "{}",
                      R"({"renderers": {"photo": {"renderer": {"path": "a.js", "export": "A"}}}})"),
            strings{});
}

TEST(a_form, that_needs_what_it_does_not_ask_for_is_told_that_nobody_can_send_it) {
  const std::string one = R"({"type": "Control", "scope": "#/properties/one"})";
  EXPECT_EQ(
      all_found(R"({"properties": {"one": {}, "two": {"default": 2}}, "required": ["one",
"two"]})",
                one),
      strings{"schema.json#/required/1:2: warning: form cannot be sent: it needs 'two', and its UI schema does not "
              "ask for it"});
  EXPECT_EQ(all_found(R"({"properties": {"one": {}}, "required": ["oen"]})"),
            strings{"schema.json#/required/0:1: warning: form cannot be sent: it needs 'oen', which is none of its "
                    "properties"});
  // Of what is left empty nothing is needed.
  const std::string inside = R"({"properties": {"one": {"type": "object", "properties": {"two": {}, "three": {}},
    "required": ["two"]}}})";
  EXPECT_EQ(all_found(inside, one), strings{});
  EXPECT_EQ(
      all_found(inside, R"({"type": "Control", "scope": "#/properties/one/properties/three"})"),
      strings{"schema.json#/properties/one/required/0:2: warning: form cannot be sent: it needs 'two', and its UI "
              "schema does not ask for it"});
  EXPECT_EQ(all_found(inside, R"({"type": "VerticalLayout"})"), strings{});
  EXPECT_EQ(
      all_found(R"({"properties": {"one": {"type": "array", "items": {"type": "object", "required": ["b"],
    "properties": {"a": {}, "b": {}}}}}})",
                R"({"type": "Control", "scope": "#/properties/one", "options": {"detail":
    {"type": "Control", "scope": "#/properties/a"}}})"),
      strings{"schema.json#/properties/one/items/required/0:1: warning: form cannot be sent: it needs 'b', and its "
              "UI schema does not ask for it"});
}

TEST(a_schema, that_cannot_be_used_is_told_with_its_innermost_place) {
  const auto place = [](std::string_view schema) {
    const strings all = all_found(schema);
    return all.empty() ? std::string() : all[0].substr(0, all[0].find(": "));
  };
  EXPECT_EQ(place(R"~({"properties": {"b": {}, "a": {
"properties": {"c": {"pattern": "a(?=b)"}}}}})~"),
            "schema.json#/properties/a/properties/c/pattern:2");
  EXPECT_EQ(place(R"({"properties": {"b": {"type": "string"},
"a": {"items": {"type": "integr"}}}})"),
            "schema.json#/properties/a/items/type:2");
  EXPECT_EQ(place(R"({"properties": {"a": {"allOf": [{},
{"$ref": "#/definitions/b"}]}}})"),
            "schema.json#/properties/a/allOf/1/$ref:2");
  EXPECT_EQ(place(R"({"definitions": {"b": {},
"c": {"items": {"type": "integr"}}}, "properties": {"a": {"$ref": "#/definitions/c"}}})"),
            "schema.json#/definitions/c/items/type:2");
}

TEST(a_schema, with_several_mistakes_is_told_all_of_them_in_their_order) {
  const strings all = all_found(R"({"required": [5],
"properties": {"b": {"type": "integr"}, "a": {
"minimum": "x"}, "c": {
"$ref": "#/definitions/none"}}})");
  ASSERT_EQ(all.size(), 5U);  // and a warning that nobody asks for what is of no type
  const std::string error = "error: invalid form schema forms/visit/schema.json: ";
  EXPECT_EQ(all[0].substr(0, all[0].find(',')),
            "schema.json#/required/0:1: " + error + "'required' is a list of names");
  EXPECT_EQ(all[1].substr(0, all[1].find(',')), "schema.json#/properties/b/type:2: " + error + "'type' is 'integr'");
  EXPECT_EQ(all[2], "schema.json#/properties/a/minimum:3: " + error + "'minimum' is a text, and has to be a number");
  EXPECT_EQ(all[3], "schema.json#/properties/c/$ref:4: " + error + "a $ref leads nowhere: '#/definitions/none'");
}

TEST(a_form, that_asks_without_end_is_told_at_the_reference_that_leads_back) {
  const std::string why = " error: unusable form element: the form asks without end: the $ref '#";
  EXPECT_EQ(all_found(R"({"properties": {"name": {"type": "string"},
"again": {"$ref": "#"}}})"),
            strings{"schema.json#/properties/again/$ref:2:" + why + "' leads to a schema in which it stands itself"});
  EXPECT_EQ(all_found(R"({"properties": {"name": {"type": "string"},
"again": {"$ref": "#/definitions/t"}}})",
                      "{}", R"({"definitions": {"t": {"properties": {"in": {"$ref": "#/definitions/t"}}}}})"),
            strings{"schema.json#/properties/again/$ref:2:" + why +
                    "/definitions/t' leads to a schema in which it stands itself"});
}

TEST(a_form, that_asks_without_end_is_not_told_of_what_was_cut_off) {
  const strings all = all_found(R"({"definitions": {"p": {"type": "object", "properties": {"n": {"type": "string"},
    "child": {"$ref": "#/definitions/p"}}}}, "properties": {"a": {"$ref": "#/definitions/p"}}})");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_NE(all[0].find("asks without end"), std::string::npos);
}

TEST(a_form, with_a_list_of_itself_is_told_once_of_each_place) {
  const strings all = all_found(R"({"definitions": {"p": {"type": "object", "properties": {"n": {"type": "string"},
    "none": {"type": "object"}, "kids": {"type": "array", "items": {"$ref": "#/definitions/p"}}}}},
    "properties": {"a": {"$ref": "#/definitions/p"}}})");
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_NE(all[i - 1], all[i]);
  EXPECT_FALSE(all.empty());
}

TEST(a_form, whose_ui_schema_cannot_be_read_has_its_schema_looked_at_all_the_same) {
  const strings all = all_found(R"({"properties": {"a": {"type": "integr", "minItems": 2, "maxItems": 1}}})", "{");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_NE(all[1].find("minItems is 2"), std::string::npos) << all[1];
  EXPECT_NE(all[2].find("'integr'"), std::string::npos) << all[2];
}

TEST(a_definition_of_the_bundle, in_which_something_is_wrong_is_told_where_the_form_refers_to_it) {
  EXPECT_EQ(all_found(R"({"properties": {"a": {},
"face": {"$ref": "#/definitions/face"}}})",
                      "{}", R"({"definitions": {"face": {"type": "integer", "format": "photo"}}})")[0]
                .substr(0, 33),
            "schema.json#/properties/face:2: e");
}

// Each of these forms is small, and has five thousand questions.
TEST(a_bundle, whose_references_make_large_forms_takes_no_longer_for_it) {
  std::string schema = R"({"definitions": {"d0": {"type": "string"})";
  for (int i = 1; i <= 12; ++i) {
    const std::string inner = "{\"$ref\": \"#/definitions/d" + std::to_string(i - 1) + "\"}";
    schema += ", \"d" + std::to_string(i) + R"(": {"type": "object", "properties": {"a": )" + inner +
              ", \"b\": " + inner + "}}";
  }
  schema += R"(}, "properties": {"a": {"$ref": "#/definitions/d12"}}})";
  written_bundle bundle;
  for (int i = 0; i < 100; ++i) bundle.form("f" + std::to_string(i), schema);
  const auto begin = std::chrono::steady_clock::now();
  const tenon::form::report found = bundle.found();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
  EXPECT_EQ(found.warnings().back().message, "not all of this form is looked at: those before it are large");
}

TEST(a_form, with_a_thousand_warnings_is_told_its_error_all_the_same) {
  std::string asked = R"("last": {"type": "string"})", laid_out;
  for (int i = 0; i < 1100; ++i) {
    const std::string name = "q" + std::to_string(i);
    asked += ", \"" + name + R"(": {"type": "object"})";
    laid_out += R"({"type": "Control", "scope": "#/properties/)" + name + "\"}, ";
  }
  const strings found = all_found(R"({"type": "object", "properties": {)" + asked + "}}",
                                  R"({"type": "VerticalLayout", "elements": [)" + laid_out +
                                      R"({"type": "Control", "scope": "#/properties/lst"}]})");
  ASSERT_GT(found.size(), 1000U);
  EXPECT_NE(found.front().find("error: unusable form element: the scope '#/properties/lst' leads nowhere"),
            std::string::npos)
      << found.front();
}

TEST(an_object, in_which_nothing_is_asked_is_a_warning) {
  const auto warned = [](std::string_view schema) { return written_bundle().form("visit", schema).placed_warnings(); };
  const std::string message =
      ":1: unusable form element: 'a' is an object without properties, so nothing is asked in it";
  EXPECT_EQ(warned(R"({"properties": {"a": {"type": "object"}}})"), strings{"/properties/a" + message});
  EXPECT_EQ(warned(R"({"properties": {"a": {"oneOf": [{"$ref": "#/definitions/b"}, {"properties": {"c": {}}}]}},
    "definitions": {"b": {"type": "object"}}})"),
            strings{"/properties/a" + message});
  EXPECT_EQ(warned(R"({"properties": {"a": {"type": "object", "format": "gps"}, "b": {"type": "object",
    "format": "photo"}, "c": {"type": "object", "properties": {"d": {}}}}})"),
            strings{});
}

}  // namespace
