// Those parts of the maker of plans that find properties of the schema.
#include "tenon/form/plan/plan_maker.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "tenon/form/render/position.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

// A definition that the bundle brings stands in no file of the form: of what is in there it is said at the reference.
json::node plan_maker::follow(const json::node& says, std::string& at) const {
  std::string there = at;
  const json::node found = followed(schema_, says, &there);
  const std::vector<std::string> steps = steps_of(there);
  const bool is_brought =
      says_ && steps.size() > 1 && steps[0] == "definitions" && says_->definitions.contains(steps[1]);
  if (!is_brought) at = std::move(there);
  return found;
}

// It is asked by what stands beside its parts.
void plan_maker::tell_what_contradicts_itself(const place& of, element& to) {
  const auto found = contradictions_.find(of.schema_at);
  if (found == contradictions_.end()) return;
  to.note = "What this has to be contradicts itself, so no answer to it can be right.";
  complain(std::string("Failed to load a schema: the parts of its allOf contradict each other: ")
               .append(found->second)
               .append("."),
           of.pointer,
           {std::string("element: the parts of the allOf contradict each other: ").append(found->second),
            "No answer could be right: correct one of them.",
            {false, of.schema_at}});
}

void plan_maker::add_own_default(place& to) {
  for (const json::node& one : {to.says, to.schema})
    if (const std::optional<json::node> own = one.find("default")) return to.defaults.push_back(*own);
}

std::optional<plan_maker::place> plan_maker::property(const place& object, std::string_view key) {
  std::optional<json::node> properties = object.schema.find("properties");
  if (!properties && wanted_format(object.schema, {}) == position_format)
    properties = schema_of_position().find("properties");
  const std::optional<json::node> found = properties ? properties->find(key) : std::nullopt;
  if (!found) return std::nullopt;
  place out{*found, *found, object.pointer, std::string(key), object.schema_at, ""};
  json::append_step(out.pointer, key);
  json::append_step(out.schema_at.append("/properties"), key);
  out.says_at = out.schema_at;
  out.schema = follow(out.says, out.schema_at);
  out.is_read_only = object.is_read_only || is_true(out.says, "readOnly") || is_true(out.schema, "readOnly");
  add_own_default(out);
  for (const json::node& around : object.defaults)
    if (const std::optional<json::node> inside = around.find(key)) out.defaults.push_back(*inside);
  if (const std::optional<json::node> needed = object.schema.find("required"))
    for (std::size_t i = 0; i < std::min(needed->size(), most_elements) && !needed->is_object(); ++i)
      if ((*needed)[i].is_text() && (*needed)[i].text() == key) out.is_required = true;
  return out;
}

std::optional<plan_maker::place> plan_maker::scope(std::string_view scope) {
  const std::optional<std::vector<std::string>> keys = keys_of_scope(scope);
  if (!keys) return std::nullopt;
  std::optional<place> out = scopes_begin_at_;
  for (const std::string& key : *keys) {
    out = property(*out, key);
    if (!out) return std::nullopt;
  }
  return out;
}

// Of the properties where it begins to lead nowhere, the nearest.
std::string plan_maker::suggestion(std::string_view scope) {
  if (faults_.size() >= most_faults) return {};
  const std::optional<std::vector<std::string>> keys = keys_of_scope(scope);
  if (!keys) return ": write #/properties/<name>";
  place at = scopes_begin_at_;
  for (const std::string& key : *keys) {
    std::optional<place> next = property(at, key);
    if (next) {
      at = *std::move(next);
      continue;
    }
    std::vector<std::string_view> known;
    const std::optional<json::node> properties = at.schema.find("properties");
    for (std::size_t i = 0; properties && i < properties->size() && i < 100 && properties->is_object(); ++i)
      known.push_back(properties->key(i));
    const std::string_view near = nearest(key, known);
    return near.empty() ? std::string() : std::string("; the nearest property is '").append(shown(near)).append("'");
  }
  return {};
}

}  // namespace tenon::form
