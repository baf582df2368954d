#include "tenon/form/render/schema_view.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "tenon/json/scan.hpp"
#include "tenon/word/query.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t most_hops = 32;

void add_choice(const json::node& value, std::string_view label, std::vector<choice>& to) {
  if (value.kind() == json::node_kind::null) return;
  choice one{.value = as_typed(value), .meaning = value.as_json()};
  one.label = label.empty() ? one.value : std::string(label);
  to.push_back(std::move(one));
}

bool is_constant(const json::node& schema) { return schema.is_object() && schema.find("const").has_value(); }

// Another schema, and the way to it, where this one does no more than to give it a title, as a reference cannot have
// one beside itself, or to let it be null too.
struct sole_schema {
  json::node schema;
  std::string step;
};
std::optional<sole_schema> sole_inside(const json::node& schema) {
  constexpr std::array<std::string_view, 5> about_it{"title", "description", "default", "examples", "$comment"};
  std::optional<sole_schema> out;
  for (std::size_t i = 0; schema.is_object() && i < schema.size(); ++i) {
    const std::string_view key = schema.key(i);
    const json::node all = schema[i];
    if (std::ranges::find(about_it, key) != about_it.end()) continue;
    const bool is_and = key == "allOf", is_or = key == "anyOf" || key == "oneOf";
    if (out || all.kind() != json::node_kind::list || !(is_and ? all.size() == 1 : is_or && all.size() == 2))
      return std::nullopt;
    const std::size_t which = is_or && text_of(all[0], "type") == "null" ? 1 : 0;
    if (!all[which].is_object() || (is_or && (is_constant(all[which]) || text_of(all[1 - which], "type") != "null")))
      return std::nullopt;
    out = {all[which], std::string("/").append(key).append("/").append(std::to_string(which))};
  }
  return out;
}

// A list of schemas that are constants, or null.
std::vector<choice> choices_among(const json::node& root, const json::node& list) {
  std::vector<choice> out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const json::node one = followed(root, list[i]);
    if (is_constant(one))
      add_choice(*one.find("const"), text_of(one, "title"), out);
    else if (text_of(one, "type") != "null")
      return {};
  }
  return out;
}

// Of schemas of which any is enough; empty where one of them does not say it.
std::string type_of_any(const json::node& root, const json::node& schema) {
  std::string out;
  for (const std::string_view key : {"oneOf", "anyOf"}) {
    const std::optional<json::node> all = schema.find(key);
    for (std::size_t i = 0; all && all->kind() == json::node_kind::list && i < all->size(); ++i) {
      const json::node one = followed(root, (*all)[i]);
      const std::string_view type = text_of(one, "type");
      if (type.empty() && !one.find("properties")) return {};
      if (type == "string") return "string";
      if (out.empty() && type != "null") out = type.empty() ? "object" : type;
      if (out == "integer" && type == "number") out = type;
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> out;
  while (pointer.starts_with('/')) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    out.push_back(json::plain_step(pointer.substr(1, end - 1)));
    pointer.remove_prefix(end);
  }
  return out;
}

// Beside a reference no other keyword counts.
json::node followed(const json::node& root, json::node schema, std::string* at) {
  for (std::size_t hop = 0; hop < most_hops; ++hop) {
    const std::string_view ref = text_of(schema, "$ref");
    if (const std::optional<sole_schema> only = ref.empty() ? sole_inside(schema) : std::nullopt) {
      schema = only->schema;
      if (at != nullptr) at->append(only->step);
      continue;
    }
    if (!ref.starts_with('#')) return schema;
    const std::string pointer = percent_decoded(ref.substr(1));
    const std::optional<json::node> next = root.find_pointer(pointer);
    if (!next) return schema;
    schema = *next;
    if (at != nullptr) *at = pointer;
  }
  return schema;
}

std::string_view text_of(const json::node& of, std::string_view key) {
  const std::optional<json::node> found = of.find(key);
  return found ? found->text() : std::string_view();
}

bool is_true(const json::node& of, std::string_view key) {
  const std::optional<json::node> found = of.find(key);
  return found && found->is_true();
}

std::string number_of(const json::node& of, std::string_view key) {
  const std::optional<json::node> found = of.find(key);
  return found && found->kind() == json::node_kind::number ? found->as_json() : std::string();
}

std::string type_of(const json::node& root, const json::node& schema) {
  if (const std::optional<json::node> said = schema.find("type")) {
    if (said->is_text()) return std::string(said->text());
    for (std::size_t i = 0; i < said->size(); ++i)
      if ((*said)[i].is_text() && (*said)[i].text() != "null") return std::string((*said)[i].text());
  }
  if (schema.find("properties")) return "object";
  if (schema.find("items")) return "array";
  const std::optional<json::node> only = schema.find("const");
  if (only && only->kind() == json::node_kind::boolean) return "boolean";
  if (only && only->kind() == json::node_kind::number) return "number";
  std::string any = type_of_any(root, schema);
  return any.empty() ? "string" : any;
}

std::vector<choice> choices_of(const json::node& root, const json::node& schema) {
  const std::optional<json::node> items = schema.find("items");
  const json::node from = items && items->is_object() ? followed(root, *items) : schema;
  std::vector<choice> out;
  if (const std::optional<json::node> all = from.find("enum"); all && all->kind() == json::node_kind::list)
    for (std::size_t i = 0; i < all->size(); ++i) add_choice((*all)[i], {}, out);
  for (const std::string_view key : {"oneOf", "anyOf"})
    if (const std::optional<json::node> all = from.find(key); out.empty() && all) out = choices_among(root, *all);
  return out;
}

std::string as_typed(const json::node& value) { return value.is_text() ? std::string(value.text()) : value.as_json(); }

std::string as_words(std::string_view key) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string out;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char c = key[i];
    const bool begins = is_upper(c) && i > 0 && key[i - 1] >= 'a' && key[i - 1] <= 'z';
    if (begins) out += ' ';
    out += c == '_' ? ' ' : begins ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - ('a' - 'A'));
  return out;
}

std::string_view wanted_format(const json::node& schema, const std::optional<json::node>& ui) {
  if (ui) {
    const std::optional<json::node> options = ui->find("options");
    if (const std::string_view said = options ? text_of(*options, "format") : ""; !said.empty()) return said;
    if (const std::string_view said = text_of(*ui, "format"); !said.empty()) return said;
  }
  for (const std::string_view key : {"x-renderer", "x-question-type", "rendererType", "format"})
    if (const std::string_view said = text_of(schema, key); !said.empty()) return said;
  return {};
}

std::optional<std::vector<std::string>> keys_of_scope(std::string_view scope) {
  if (!scope.starts_with("#/")) return std::nullopt;
  const std::vector<std::string> steps = steps_of(scope.substr(1));
  if (steps.size() % 2 != 0) return std::nullopt;
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < steps.size(); i += 2) {
    if (steps[i] != "properties") return std::nullopt;
    keys.push_back(steps[i + 1]);
  }
  return keys;
}

}  // namespace tenon::form
