#include "tenon/form/plan/whole_schema.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "tenon/json/write.hpp"

namespace tenon::form {

std::string with_definitions(const json::node& schema, const std::optional<extension_data>& brought) {
  if (!brought || brought->definitions.empty()) return schema.as_json();
  std::string out = "{", definitions;
  const auto put = [](std::string& to, std::string_view key, std::string_view value) {
    if (!to.empty() && to != "{") to.append(",");
    json::write_string(key, to);
    to.append(":").append(value);
  };
  const std::optional<json::node> own = schema.find("definitions");
  for (std::size_t i = 0; i < schema.size(); ++i)
    if (schema.key(i) != "definitions") put(out, schema.key(i), schema[i].as_json());
  for (std::size_t i = 0; own && own->is_object() && i < own->size(); ++i)
    put(definitions, own->key(i), (*own)[i].as_json());
  for (const auto& [key, value] : brought->definitions)
    if (!own || !own->find(key)) put(definitions, key, value.text);
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
