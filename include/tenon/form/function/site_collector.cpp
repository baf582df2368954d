#include "tenon/form/function/site_collector.hpp"

#include <algorithm>
#include <optional>

#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/form/schema_keywords.hpp"
#include "tenon/json/scan.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t most_steps = 10'000, deepest_schema = 32;

std::string place_of(std::string_view keyword, const std::string& pointer, const std::string& where) {
  return std::string(keyword)
      .append(" of ")
      .append(pointer.empty() ? "the form" : pointer)
      .append(", at ")
      .append(to_string(form_place{false, where}));
}

template <class Words>
bool holds(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

}  // namespace

void site_collector::complain(std::string message, std::string details) {
  if (errors_.size() < 100) errors_.push_back({"function_load_error", std::move(message), std::move(details)});
}

void site_collector::add_fault_of(std::string_view why, std::string advice, std::string where) {
  add_fault(faults_, {std::string("function: ").append(why), std::move(advice), {false, std::move(where)}});
}

void site_collector::look_at(std::initializer_list<located_schema> schemas, element& at) {
  for (const std::string_view keyword : function_keywords)
    for (const located_schema& one : schemas)
      if (const std::optional<json::node> value = one.schema.find(keyword)) {
        found(keyword, *value, std::string(one.at).append("/").append(keyword), at);
        // Several may have a say in what is right; of the others the nearest is heeded.
        if (keyword != validate_keyword) break;
      }
}

bool site_collector::is_called_in_vain(std::initializer_list<located_schema> schemas, element& at) {
  for (const std::string_view keyword : {computed_keyword, dynamic_enum_keyword})
    for (const located_schema& one : schemas) {
      if (!one.schema.find(keyword)) continue;
      const std::string where = std::string(one.at).append("/").append(keyword);
      add_fault_of(std::string(keyword).append(" stands inside of a list, where nobody calls it"),
                   "Move it out of the list's items.", where);
      at.note = "A function has a part in this, and none is called inside of a list, so this cannot be asked here.";
      complain(std::string("Failed to load function: ")
                   .append(keyword)
                   .append(" stands inside of a list, where nobody calls it. Move it out of the list's items."),
               place_of(keyword, at.name, where));
      return true;
    }
  return false;
}

void site_collector::found(std::string_view keyword, const json::node& value, std::string where, element& at) {
  function_site site{.keyword = keyword, .number = at.number, .pointer = at.name, .label = at.label};
  site.where = std::move(where);
  if (site.computes()) {
    at.is_computed = at.is_read_only = true;
    at.is_required = false;
  }
  if (site.offers_choices()) {
    at.choices.clear();
    at.has_dynamic_choices = true;
  }
  std::vector<use_problem> wrong;
  std::string why;
  site.says = read_function_use(keyword, value, wrong);
  if (site.offers_choices() && site.says)
    at.asks_for_update = std::ranges::any_of(site.says->places, [&](const std::string& one) { return one != at.name; });
  const std::string seen = site.validates() ? std::string(at.name).append("#").append(site.where) : at.name;
  if (!seen_.emplace(keyword, seen).second) return;
  const std::string name(shown(site.says ? site.says->function : text_of(value, "function")));
  if (!site.says)
    why = wrong.front().message;
  else if (!site.validates() && !at.is_question())
    why = std::string(keyword).append(" stands at a group, which has no value of its own. Move it to a question.");
  else if (all_.size() >= most_function_sites)
    why = "the form calls more than 500 functions.";
  if (site.says && !why.empty()) add_fault_of(why, "Until that is mended, nobody calls it.", site.where);
  if (why.empty()) site.calls = known_.find(name, why);
  if (site.calls != nullptr) why = result_problem(keyword, *site.calls);
  if (site.calls != nullptr && why.empty()) why = parameters_problem(*site.says, *site.calls);
  if (!why.empty()) {
    site.calls = nullptr;
    complain(std::string("Failed to load function ").append(name).append(": ").append(why),
             place_of(keyword, at.name, site.where));
  }
  if (site.calls != nullptr || site.validates() || at.is_question()) all_.push_back(std::move(site));
}

void site_collector::look_for_lost(const json::node& root) { walk(root, root, "", true, 0); }

void site_collector::walk(const json::node& root, const json::node& schema, const std::string& where, bool is_reached,
                          std::size_t depth) {
  if (++steps_ > most_steps || depth > deepest_schema || !schema.is_object() || is_lost_) return;
  if (!is_reached && schema.find(validate_keyword)) {
    is_lost_ = true;
    add_fault_of("x-validate stands where nobody calls it, so nothing that is filled in can be sent",
                 "Move it to a property of an object.", std::string(where).append("/").append(validate_keyword));
    complain("Failed to load function: x-validate stands where nobody calls it. Move it to a property of an object.",
             std::string("near ").append(shown(schema.as_json())));
    all_.push_back({.keyword = validate_keyword, .label = "The form"});
    return;
  }
  std::string at = where;
  const json::node is = followed(root, schema, &at);
  if (!is_reached && is.find(validate_keyword) && !schema.find(validate_keyword))
    return walk(root, is, at, false, depth);
  const auto below = [&](std::string_view key) {
    std::string out = at;
    json::append_step(out, key);
    return out;
  };
  for (std::size_t i = 0; is.is_object() && i < is.size(); ++i) {
    const std::string_view key = is.key(i);
    if (key == "definitions" || key == "$defs") continue;
    const json::node inside = is[i];
    const bool is_one = holds(schemas_inside, key) && inside.is_object();
    if (is_one) walk(root, inside, below(key), false, depth + 1);
    if (is_one || (!holds(schemas_inside, key) && !holds(schemas_by_name, key))) continue;
    for (std::size_t k = 0; k < inside.size(); ++k) {
      std::string each = below(key);
      json::append_step(each, inside.is_object() ? std::string(inside.key(k)) : std::to_string(k));
      walk(root, inside[k], each, is_reached && key == "properties", depth + 1);
    }
  }
}

}  // namespace tenon::form
