#include "tenon/form/schema/schema_faults.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "tenon/form/report.hpp"
#include "tenon/form/schema/pattern.hpp"
#include "tenon/form/schema/schema_preparation.hpp"
#include "tenon/form/schema_keywords.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

// Each that an answer has is held against each of them.
constexpr std::size_t most_choices = 5000;

using json::node;
using json::node_kind;

constexpr std::array<std::string_view, 7> types_of_values{"string", "number", "integer", "boolean",
                                                          "array",  "object", "null"};
constexpr std::string_view list_of_types =
    "Write \"string\", \"number\", \"integer\", \"boolean\", \"array\", \"object\" or \"null\", or a list of these.";
constexpr std::string_view a_schema = "a schema", write_a_schema = "Write an object with keywords, or true or false.";

// As JSON it is digits alone.
bool is_count(const node& value) {
  constexpr std::size_t longest = 18;
  if (value.kind() != node_kind::number) return false;
  const std::string text = value.as_json();
  return text.size() <= longest && text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_schema(const node& value) { return value.is_object() || value.kind() == node_kind::boolean; }

}  // namespace

struct schema_faults::row {
  enum class wants : std::uint8_t {
    type,
    number,
    more_than_0,
    count,
    flag,
    text,
    pattern,
    names,
    list,
    schema,
    schemas,
    schema_or_schemas,
    named_schemas,
    dependencies,
    nothing
  };
  std::string_view keyword;
  wants is;

  static const row* find(std::string_view keyword) {
    using enum wants;
    static constexpr std::array all{row{"type", type},
                                    row{"properties", named_schemas},
                                    row{"title", text},
                                    row{"description", text},
                                    row{"enum", list},
                                    row{"required", names},
                                    row{"items", schema_or_schemas},
                                    row{"minimum", number},
                                    row{"maximum", number},
                                    row{"exclusiveMinimum", number},
                                    row{"exclusiveMaximum", number},
                                    row{"multipleOf", more_than_0},
                                    row{"minLength", count},
                                    row{"maxLength", count},
                                    row{"minItems", count},
                                    row{"maxItems", count},
                                    row{"minProperties", count},
                                    row{"maxProperties", count},
                                    row{"uniqueItems", flag},
                                    row{"pattern", pattern},
                                    row{"$ref", text},
                                    row{"definitions", named_schemas},
                                    row{"patternProperties", named_schemas},
                                    row{"additionalProperties", schema},
                                    row{"additionalItems", schema},
                                    row{"propertyNames", schema},
                                    row{"contains", schema},
                                    row{"not", schema},
                                    row{"if", schema},
                                    row{"then", schema},
                                    row{"else", schema},
                                    row{"allOf", schemas},
                                    row{"anyOf", schemas},
                                    row{"oneOf", schemas},
                                    row{"dependencies", dependencies},
                                    row{"divisibleBy", nothing}};
    const auto* const found = std::ranges::find(all, keyword, &row::keyword);
    return found == all.end() ? nullptr : found;
  }
};

void schema_faults::look(const node& schema, std::string_view definition) {
  definition_ = definition;
  pointer_.clear();
  inside(schema);
}

void schema_faults::inside(const node& schema) {
  if (!schema.is_object() || found_.size() >= most_schema_faults) return;
  references_.look(schema, definition_, pointer_);
  for (std::size_t i = 0; i < schema.size(); ++i) {
    const std::string_view key = schema.key(i);
    const node value = schema[i];
    if (const row* known = row::find(key))
      below(key, [&] { check(*known, value); });
    else if (std::ranges::find(schemas_by_name, key) != schemas_by_name.end() ||
             std::ranges::find(schemas_inside, key) != schemas_inside.end())
      below(key, [&] {
        value.is_object() && key != "$defs" && key != "dependentSchemas" ? inside(value) : each(value, {});
      });
  }
}

void schema_faults::check(const row& keyword, const node& value) {
  using enum row::wants;
  const std::string_view name = keyword.keyword;
  const auto must_be = [&](bool is_good, std::string_view wanted, std::string_view advice) {
    if (!is_good) wrong(name, value, wanted, advice);
    return is_good;
  };
  switch (keyword.is) {
    case type:
      return this->type(value);
    case number:
      must_be(value.kind() == node_kind::number, "a number",
              value.kind() == node_kind::boolean ? "Write the bound itself: true and false are of an earlier draft."
                                                 : "Write the number, without quotes.");
      return;
    case more_than_0:
      must_be(value.kind() == node_kind::number && std::strtod(value.as_json().c_str(), nullptr) > 0,
              "a number more than 0",
              value.kind() == node_kind::number ? "Write a step that leads from one answer to the next, or take it out."
                                                : "Write the number, without quotes.");
      return;
    case count:
      must_be(is_count(value), "a whole number, 0 or more", "Write the number in digits alone, without quotes.");
      return;
    case flag:
      must_be(value.kind() == node_kind::boolean, "true or false", "Write it without quotes.");
      return;
    case text:
      must_be(value.is_text(), "a text", "Write a text in quotes.");
      return;
    case pattern:
      if (must_be(value.is_text(), "a text", "Write the pattern in quotes.")) this->pattern(value.text(), value);
      return;
    case names:
      return this->names(name, value);
    case list:
      if (must_be(value.kind() == node_kind::list, "a list", "Write the choices in brackets, [ and ].") &&
          value.size() > most_choices)
        tell(value,
             std::string("'")
                 .append(name)
                 .append("' has ")
                 .append(std::to_string(value.size()))
                 .append(" choices, and at most 5000 can be held against an answer"),
             "Ask for a text, and let a function offer the choices, or part them among several questions.");
      return;
    case schema:
      return one(value, name);
    case schemas:
      if (must_be(value.kind() == node_kind::list, "a list of schemas", "Write schemas in brackets, [ and ].")) {
        if (value.size() == 0 && name != "allOf")
          tell(value, std::string("'").append(name).append("' is an empty list: no value is right by any of these"),
               "Write a schema in the brackets, or take it out.");
        each(value, name);
      }
      return;
    case schema_or_schemas:
      return value.kind() == node_kind::list ? each(value, name) : one(value, name);
    case named_schemas:
      if (must_be(value.is_object(), "an object of schemas", "Write an object, each key of which names a schema."))
        each(value, name);
      return;
    case dependencies:
      if (must_be(value.is_object(), "an object", "Write an object of lists of names, or of schemas."))
        this->dependencies(value);
      return;
    case nothing:
      return tell(value, "'divisibleBy' is of an earlier draft than 7", "Write 'multipleOf' instead of it.");
  }
}

// Schemas whose keyword is not checked have no `what`.
void schema_faults::each(const node& in, std::string_view what) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    const std::string key = in.is_object() ? std::string(in.key(i)) : std::to_string(i);
    below(key, [&] {
      if (what == "patternProperties") pattern(key, in[i]);
      what.empty() ? inside(in[i]) : one(in[i], in.is_object() ? std::string_view(key) : what);
    });
  }
}

void schema_faults::one(const node& schema, std::string_view what) {
  if (is_schema(schema)) return inside(schema);
  wrong(what, schema, a_schema, write_a_schema);
}

void schema_faults::names(std::string_view keyword, const node& in) {
  if (in.kind() != node_kind::list) {
    const bool is_of_one = keyword == "required" && in.kind() == node_kind::boolean;
    return wrong(keyword, in, "a list of names",
                 is_of_one ? "Name the property in the 'required' of the object that it is a property of."
                           : "Write names in quotes, in brackets.");
  }
  for (std::size_t i = 0; i < in.size(); ++i)
    if (!in[i].is_text())
      below(std::to_string(i), [&] {
        tell(in[i],
             std::string("'")
                 .append(keyword)
                 .append("' is a list of names, and one of them is ")
                 .append(json::described(in[i].kind())),
             "Write the name of a property, in quotes.");
      });
}

void schema_faults::dependencies(const node& in) {
  for (std::size_t i = 0; i < in.size(); ++i)
    below(in.key(i), [&] {
      if (in[i].kind() == node_kind::list)
        names("dependencies", in[i]);
      else if (is_schema(in[i]))
        inside(in[i]);
      else
        wrong(in.key(i), in[i], "a list of names or a schema", "Write the names of those that it needs, in brackets.");
    });
}

void schema_faults::type(const node& value) {
  const auto known = [&](const node& one) {
    if (!one.is_text()) return wrong("type", one, "the name of a type", list_of_types);
    if (std::ranges::find(types_of_values, one.text()) != types_of_values.end()) return;
    const std::string_view near = nearest(one.text(), types_of_values);
    std::string message = std::string("'type' is '").append(shown(one.text())).append("', which no value is of");
    if (!near.empty()) message.append("; the nearest is '").append(near).append("'");
    tell(one, std::move(message), std::string(list_of_types));
  };
  if (value.kind() != node_kind::list) return known(value);
  if (value.size() == 0)
    tell(value, "'type' is an empty list: no value is of any of these", std::string(list_of_types));
  for (std::size_t i = 0; i < value.size(); ++i) below(std::to_string(i), [&] { known(value[i]); });
}

void schema_faults::pattern(std::string_view text, const node& about) {
  if (good_patterns_.contains(std::string(text))) return;
  if (text.starts_with(format_mark))
    return tell(about, "a pattern begins with a control character: '\\u0001'", "Take it out.");
  const auto compiled = compiled_pattern(text);
  if (compiled->ok()) return static_cast<void>(good_patterns_.emplace(text));
  tell(about, std::string("the pattern '").append(shown(text)).append("' cannot be used: ").append(compiled->error()),
       "Write it without looking ahead or back, and close every bracket.");
}

void schema_faults::wrong(std::string_view keyword, const node& value, std::string_view wanted,
                          std::string_view advice) {
  tell(value,
       std::string("'")
           .append(shown(keyword))
           .append("' is ")
           .append(value.kind() == node_kind::number ? shown(value.as_json()) : json::described(value.kind()))
           .append(", and has to be ")
           .append(wanted),
       std::string(advice));
}

void schema_faults::tell(const node& about, std::string message, std::string advice) {
  if (found_.size() < most_schema_faults)
    found_.push_back({about, pointer_, definition_, std::move(message), std::move(advice)});
}

}  // namespace tenon::form
