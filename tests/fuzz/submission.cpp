// What somebody sends to a form: an input is a Content-Type, an empty line, and a body. One form has a question of
// every kind, with lists, groups, rules, functions and files. Whatever comes, it is read, checked and drawn back; and
// what is good stays the same when it is kept, read and sent again.
#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/observation_pages.hpp"
#include "forms/shelf.hpp"
#include "forms/submission.hpp"
#include "forms/uploads.hpp"
#include "fuzzed.hpp"
#include "tenon/form/function/form_function_row.hpp"
#include "tenon/form/function/function_table.hpp"
#include "tenon/form/plan/draw_form.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/json/tree.hpp"

namespace {

using fuzzed::law;
namespace form = tenon::form;

struct at_most {
  static constexpr auto form_function = tenon::form_function{.name = "at_most"};
  tenon::required<double> value;
  tenon::required<double> limit;
  bool call() const { return value <= limit; }
};
struct sum {
  static constexpr auto form_function = tenon::form_function{.name = "sum"};
  tenon::required<int> a;
  int b = 0;
  int call() const { return static_cast<int>((static_cast<long long>(a.get()) + b) % 1'000'000); }
};
struct villages_of {
  static constexpr auto form_function = tenon::form_function{.name = "villages_of"};
  tenon::required<std::string> district;
  std::vector<tenon::form_choice> call() const { return {{district.get() + "1", "One"}, {district.get() + "2", ""}}; }
};
constexpr std::string_view shop = "shop";
constexpr std::array rows{form::row_of_form_function<at_most>(shop), form::row_of_form_function<sum>(shop),
                          form::row_of_form_function<villages_of>(shop)};

constexpr std::string_view schema = R"json({"title": "Find", "required": ["name", "people"], "properties": {
  "name": {"type": "string", "minLength": 2, "maxLength": 20, "pattern": "^[^0-9]*$"},
  "mail": {"type": "string", "format": "email"}, "page": {"type": "string", "format": "uri"},
  "day": {"type": "string", "format": "date"}, "at": {"type": "string", "format": "date-time"},
  "hour": {"type": "string", "format": "time"}, "about": {"type": "string", "format": "adate"},
  "long": {"type": "string", "format": "textarea", "default": "l1\nl2"},
  "count": {"type": "integer", "minimum": -9, "maximum": 99, "default": 3},
  "weight": {"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5},
  "wet": {"type": "boolean"}, "season": {"$ref": "#/definitions/season"},
  "way": {"type": "integer", "enum": [1, 2, 30], "format": "radio"},
  "kinds": {"type": "array", "items": {"enum": ["a", "b", "c"]}, "uniqueItems": true, "minItems": 1},
  "rate": {"type": "integer", "format": "rating", "maximum": 5},
  "slide": {"type": "integer", "format": "slider", "minimum": 0, "maximum": 10},
  "where": {"type": "object", "format": "gps"}, "spot": {"type": "string", "format": "gps"},
  "code": {"type": "string", "format": "qrcode"}, "maybe": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
  "photo": {"type": "object", "format": "photo"}, "paper": {"type": "string", "format": "select_file"},
  "hand": {"type": "object", "format": "signature"}, "sound": {"type": "object", "format": "audio"},
  "mood": {"type": "object", "format": "likert", "properties": {"now": {"enum": [1, 2, 3]}, 
    "then": {"enum": [1, 2, 3]}}},
  "inside": {"type": "object", "required": ["x"], "properties": {"x": {"type": "string"}, "y~/": {"type": "number"}}},
  "people": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "object", "required": ["name"],
    "properties": {"name": {"type": "string", "minLength": 2}, "age": {"type": "integer", "minimum": 0},
      "pets": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}}}}},
  "small": {"type": "number", "x-validate": {"function": "at_most", "params": {"value": "{{data.small}}", "limit": 9}}},
  "total": {"type": "integer", "x-computed": {"function": "sum", "params": {"a": "{{data.count}}", "b": 1}}},
  "district": {"type": "string"},
  "village": {"type": "string", "x-dynamicEnum": {"function": "villages_of", "params":
    {"district": "{{data.district}}"}}},
  "hidden": {"type": "string"}, "closed": {"type": "string", "enum": ["a", "b"]}, "fixed": {"const": "always"}},
  "definitions": {"season": {"type": "string", "enum": ["dry", "wet"], "default": "wet"}},
  "if": {"properties": {"season": {"const": "dry"}}, "required": ["season"]}, "then": {"required": ["day"]}})json";

// A control for each property, in the order of the schema; two of them have rules.
std::string layout() {
  std::vector<tenon::finding> none;
  const auto read = tenon::json::tree::parse(schema, {}, none);
  const tenon::json::node properties = *read->root().find("properties");
  std::string out = R"({"type": "VerticalLayout", "elements": [)";
  for (std::size_t i = 0; i < properties.size(); ++i) {
    out.append(i == 0 ? "" : ",").append(R"({"type": "Control", "scope": "#/properties/)").append(properties.key(i));
    out += '"';
    if (properties.key(i) == "hidden")
      out.append(
          R"(, "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/wet", "schema": {"const": true}}})");
    if (properties.key(i) == "closed")
      out.append(
          R"(, "rule": {"effect": "DISABLE", "condition": {"scope": "#/properties/count", "schema": {"minimum": 5}}})");
    out += '}';
  }
  return out.append("]}");
}

tenon_forms::ready_form made_ready() {
  form::form_init_data of{.form = "find"};
  of.schema.text = schema;
  of.ui.text = layout();
  tenon_forms::ready_form out;
  out.name = out.title = "find";
  auto plan = std::make_unique<const form::form_plan>(of, std::span<const form::renderer_row>(), rows);
  law(plan->errors().empty(), "the form is drawn whole", plan->errors().empty() ? "" : plan->errors()[0].message,
      plan->errors().empty() ? "" : plan->errors()[0].details);
  out.check = std::make_unique<const form::schema_check>(plan->schema());
  out.plan = std::move(plan);
  return out;
}
const tenon_forms::ready_form& the_form() {
  static const tenon_forms::ready_form made = made_ready();
  return made;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++out;
  return out;
}

void look_at_page(std::string_view html, std::string_view body) {
  for (const std::string_view tag : {"<script>", "<svg", "<iframe", "<!--", "javascript:"})
    law(count_of(html, tag) == 0, "what was typed is no part of the page", body, tag);
  law(tenon::json::is_utf8(html), "a page is UTF-8", body);
  law(count_of(html, "<div") == count_of(html, "</div>"), "what is opened is closed", body, html);
  law(count_of(html, "<fieldset") == count_of(html, "</fieldset>"), "so are groups", body, html);
}

void escape(std::string_view text, std::string& to) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    to.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
  }
}

// What somebody sends of a page that has these answers.
std::string sent_again(const form::form_plan& plan, const std::vector<form::answer>& answers) {
  std::string out;
  for (std::size_t i = 0; i < answers.size(); ++i)
    for (const std::string& one : answers[i].typed) {
      if (answers[i].is_hidden) continue;
      if (!out.empty()) out += '&';
      escape(plan.question(i).name, out);
      out += '=';
      escape(one, out);
    }
  return out;
}

void look_at(const tenon_forms::submission& said, bool has_files, std::string_view body) {
  const tenon_forms::ready_form& of = the_form();
  const form::form_plan& plan = said.entries ? *said.entries : *of.plan;
  law(said.answers.size() == plan.question_count(), "each question has an answer", body);
  std::vector<tenon::finding> wrong;
  const auto data = tenon::json::tree::parse(said.data, {.max_depth = 64}, wrong);
  law(data && data->root().is_object(), "what was said is an object", body, said.data);
  look_at_page(draw_form(plan, said.answers, said.problems, "/forms/find", {said.looks, said.opens_more}).html, body);
  for (const tenon_forms::upload& one : said.files)
    law(one.question < plan.question_count() && plan.question(one.question).is_file, "a file answers a question", body);
  if (said.is_unfinished || !said.is_good()) return;
  law(of.check->problems_of(said.data).empty(), "what is good is as the schema wants it", body, said.data);
  look_at_page(observation_page(of, {.id = 1, .data = said.data}), body);
  if (has_files) return;
  const std::string again = sent_again(plan, said.answers);
  const tenon_forms::submission same = tenon_forms::read_submission(*of.plan, *of.check, again);
  law(same.data == said.data, "what is sent again is the same", body, again + " " + same.data + " " + said.data);
}

void look_at_kept(std::string_view body) {
  const tenon_forms::ready_form& of = the_form();
  const auto problems = of.check->problems_of(body);
  for (const form::data_finding& one : problems) law(!one.message.empty(), "a finding says something", body);
  std::vector<tenon::finding> none;
  const auto data = tenon::json::tree::parse(body, {.max_depth = 64}, none);
  if (!data) return;  // and nobody keeps it
  look_at_page(observation_page(of, {.id = 1, .data = std::string(body)}), body);
  const tenon_forms::observation kept{.id = 1, .data = std::string(body)};
  look_at_page(observations_page(of, {.observations = {&kept, 1}}), body);
  const auto plan = of.plan->with_entries_of(data->root());
  look_at_page(draw_form(*plan, plan->answers_of({std::string(body)}), {}, "/forms/find").html, body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view body = fuzzed::text_of(data, size);
  const std::string_view type = fuzzed::take_until(body, "\n\n");
  const tenon_forms::ready_form& of = the_form();
  if (type.starts_with("application/json")) {
    look_at_kept(body);
  } else if (type.starts_with("multipart/")) {
    std::string problem;
    if (auto parts = tenon_forms::parts_in(type, body, problem)) {
      const bool has_files = !parts->files.empty();
      look_at(tenon_forms::read_submission(*of.plan, *of.check, *std::move(parts), {.of_one = 200, .of_all = 500}),
              has_files, body);
    }
  } else {
    look_at(tenon_forms::read_submission(*of.plan, *of.check, body), false, body);
  }
  return 0;
}
