#include "tenon/form/plan/whole_schema.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "tenon/json/quoted.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/word/query.hpp"

namespace tenon::form {

namespace {

constexpr std::string_view to_definition = "#/definitions/";

// Those that the schema reaches, by their names: not all that a bundle brings is of use to each of its forms.
std::map<std::string, std::string_view> reached_by(const json::node& schema, const std::optional<json::node>& own,
                                                   const extension_data& brought) {
  std::map<std::string, std::string_view> out;
  std::vector<std::string> waiting;
  collect_references(schema, waiting);
  while (!waiting.empty()) {
    const std::string name = std::move(waiting.back());
    waiting.pop_back();
    const auto found = own && own->find(name) ? brought.definitions.end() : brought.definitions.find(name);
    if (found == brought.definitions.end() || !out.try_emplace(name, found->second.text).second) continue;
    std::vector<finding> ignored;
    if (const auto read = json::tree::parse(found->second.text, {.max_depth = 64}, ignored))
      collect_references(read->root(), waiting);
  }
  return out;
}

}  // namespace

void collect_references(const json::node& in, std::vector<std::string>& to) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    const json::node one = in[i];
    if (one.size() > 0) collect_references(one, to);
    if (!in.is_object() || !one.is_text() || in.key(i) != "$ref" || !one.text().starts_with(to_definition)) continue;
    const std::string rest = percent_decoded(one.text().substr(to_definition.size()));
    to.push_back(json::plain_step(std::string_view(rest).substr(0, rest.find('/'))));
  }
}

std::string with_definitions(const json::node& schema, const std::optional<extension_data>& brought) {
  const std::optional<json::node> own = schema.find("definitions");
  const auto reached = brought ? reached_by(schema, own, *brought) : std::map<std::string, std::string_view>();
  if (reached.empty()) return schema.as_json();
  std::string out = "{", definitions;
  const auto put = [](std::string& to, std::string_view key, std::string_view value) {
    if (!to.empty() && to != "{") to.append(",");
    json::write_string(key, to);
    to.append(":").append(value);
  };
  for (std::size_t i = 0; i < schema.size(); ++i)
    if (schema.key(i) != "definitions") put(out, schema.key(i), schema[i].as_json());
  for (std::size_t i = 0; own && own->is_object() && i < own->size(); ++i)
    put(definitions, own->key(i), (*own)[i].as_json());
  for (const auto& [key, text] : reached) put(definitions, key, text);
  put(out, "definitions", "{" + definitions + "}");
  return out.append("}");
}

std::string held_to(const json::node& schema, std::span<const std::string> others) {
  std::string out = "{", all;
  const auto put = [&](std::string_view one) { all.append(all.empty() ? "" : ",").append(one); };
  for (std::size_t i = 0; i < schema.size(); ++i) {
    const bool is_all = schema.key(i) == "allOf" && schema[i].kind() == json::node_kind::list;
    for (std::size_t k = 0; is_all && k < schema[i].size(); ++k) put(schema[i][k].as_json());
    if (schema.key(i) == "$ref") put(R"({"$ref":)" + schema[i].as_json() + "}");
    if (is_all || schema.key(i) == "$ref") continue;
    json::write_string(schema.key(i), out);
    out.append(":").append(schema[i].as_json()).append(",");
  }
  std::ranges::for_each(others, put);
  return out.append(R"("allOf":[)").append(all).append("]}");
}

}  // namespace tenon::form
