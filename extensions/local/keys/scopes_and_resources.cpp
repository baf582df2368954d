#include "scopes_and_resources.hpp"

#include <boost/json.hpp>

namespace tenon_local {

namespace json = boost::json;

json::value json_of(const std::vector<tenon::scope>& scopes) {
  json::array out;
  for (const tenon::scope one : scopes) out.emplace_back(tenon::to_string(one));
  return out;
}

json::value json_of(const std::optional<std::vector<tenon::resource>>& resources) {
  if (!resources) return nullptr;
  json::array out;
  for (const tenon::resource& one : *resources) out.push_back(json::object{{"id", one.id}, {"type", one.type}});
  return out;
}

std::optional<std::vector<tenon::scope>> scopes_from(const json::value& value) {
  if (!value.is_array()) return std::nullopt;
  std::vector<tenon::scope> out;
  for (const json::value& one : value.get_array()) {
    if (!one.is_string()) return std::nullopt;
    if (const auto known = tenon::scope_from(one.get_string())) out.push_back(*known);
  }
  return out;
}

std::optional<std::vector<tenon::resource>> resources_from(const json::value& value) {
  if (!value.is_array()) return std::nullopt;
  std::vector<tenon::resource> out;
  for (const json::value& one : value.get_array()) {
    if (!one.is_object()) return std::nullopt;
    const json::value* id = one.get_object().if_contains("id");
    const json::value* type = one.get_object().if_contains("type");
    if (id == nullptr || type == nullptr || !id->is_string() || !type->is_string()) return std::nullopt;
    out.push_back({std::string(id->get_string()), std::string(type->get_string())});
  }
  return out;
}

std::string application_among(const std::vector<tenon::resource>& resources) {
  for (const tenon::resource& one : resources)
    if (one.type == "app") return one.id;
  return {};
}

}  // namespace tenon_local
