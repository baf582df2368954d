#include "tenon/form/rule/form_rule.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t deepest_condition = 8;

struct effect {
  std::string_view name;
  appearance met, not_met;
};
constexpr std::array effects{
    effect{"SHOW", appearance::open, appearance::hidden},
    effect{"HIDE", appearance::hidden, appearance::open},
    effect{"ENABLE", appearance::open, appearance::closed},
    effect{"DISABLE", appearance::closed, appearance::open},
};

[[noreturn]] void refuse_rule(std::string why, std::string at) { throw rule_error(std::move(why), std::move(at)); }

std::string pointer_at_scope(std::string_view scope, const std::string& at) {
  if (scope == "#" || scope == "#/") return "";
  if (scope.empty()) refuse_rule("its condition has no scope", at);
  const std::optional<std::vector<std::string>> keys = keys_of_scope(scope);
  if (!keys)
    refuse_rule(std::string("its condition has the scope '").append(shown(scope)).append("', which leads nowhere"), at);
  std::string out;
  for (const std::string& key : *keys) json::append_step(out, key);
  return out;
}

// `shwo`: it is SHOW that is meant.
std::string unknown_effect(std::string_view name) {
  std::string loud(name);
  for (char& c : loud)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  std::array<std::string_view, effects.size()> names{};
  std::ranges::transform(effects, names.begin(), &effect::name);
  std::string out = std::string("its effect is '").append(shown(name)).append("': write SHOW, HIDE, ENABLE or DISABLE");
  if (const std::string_view near = nearest(loud, names); !near.empty()) out.append("; the nearest is ").append(near);
  return out;
}

// A schema that cannot be used is the mistake of its condition.
schema_check check_of(const std::string& schema, const std::string& at) try {
  return schema_check(schema);
} catch (const error& why) {
  refuse_rule(why.message(), at);
}

void add_places(const json::node& condition, const std::string& at, std::size_t depth, std::vector<rule_place>& to) {
  if (const std::optional<json::node> inside = condition.find("conditions")) {
    for (std::size_t i = 0; i < inside->size() && depth < deepest_condition; ++i)
      add_places((*inside)[i], std::string(at).append("/conditions/").append(std::to_string(i)), depth + 1, to);
    return;
  }
  to.push_back({std::string(text_of(condition, "scope")), at + "/scope"});
}

void add_member(const std::string& at, std::string_view key, std::vector<std::string>& to) {
  to.push_back(at);
  json::append_step(to.back(), key);
}

// What of an answer a schema looks at.
void add_looked_at(const json::node& schema, const std::string& at, std::size_t depth, std::vector<std::string>& to) {
  constexpr std::array<std::string_view, 7> in_place{"allOf", "anyOf", "oneOf", "not", "if", "then", "else"};
  for (std::size_t i = 0; schema.is_object() && i < schema.size() && depth < deepest_condition; ++i) {
    const std::string_view key = schema.key(i);
    const json::node value = schema[i];
    if (key == "properties" && value.is_object()) {
      for (std::size_t k = 0; k < value.size(); ++k) {
        std::string inside = at;
        json::append_step(inside, value.key(k));
        add_looked_at(value[k], inside, depth + 1, to);
      }
    } else if (key == "required" && value.kind() == json::node_kind::list) {
      for (std::size_t k = 0; k < value.size(); ++k) add_member(at, value[k].text(), to);
    } else if (std::ranges::find(in_place, key) != in_place.end()) {
      if (value.is_object()) add_looked_at(value, at, depth + 1, to);
      for (std::size_t k = 0; k < value.size() && !value.is_object(); ++k) add_looked_at(value[k], at, depth + 1, to);
    } else if (key != "type" || (!at.empty() && !schema.find("properties"))) {
      to.push_back(at);  // that it is an object is what goes without saying
    }
  }
}

}  // namespace

form_rule::form_rule(const json::node& rule, std::string where) : where_(std::move(where)) {
  const std::string_view name = text_of(rule, "effect");
  const auto found = std::ranges::find(effects, name, &effect::name);
  if (found == effects.end()) refuse_rule(unknown_effect(name), rule.find("effect") ? "/effect" : "");
  met_ = found->met;
  not_met_ = found->not_met;
  const std::optional<json::node> when = rule.find("condition");
  if (!when) refuse_rule("it has no condition", "");
  when_ = std::make_shared<const condition>(read(*when, "/condition", 0));
}

std::vector<rule_place> form_rule::places_of(const json::node& rule) {
  std::vector<rule_place> out;
  if (const std::optional<json::node> when = rule.find("condition")) add_places(*when, "/condition", 0, out);
  return out;
}

void form_rule::add_reads(const condition& of, std::vector<std::string>& to) {
  to.insert(to.end(), of.reads.begin(), of.reads.end());
  for (const condition& one : of.inside) add_reads(one, to);
}

std::vector<std::string> form_rule::reads() const {
  std::vector<std::string> out;
  add_reads(*when_, out);
  return out;
}

form_rule::condition form_rule::read(const json::node& from, const std::string& at, std::size_t depth) {
  if (depth > deepest_condition) refuse_rule("its conditions lie deeper than 8 in each other", at);
  condition out;
  const std::string_view type = text_of(from, "type");
  if (type == "AND" || type == "OR") {
    out.is = type == "AND" ? condition::kind::all : condition::kind::any;
    const std::optional<json::node> inside = from.find("conditions");
    if (!inside || inside->kind() != json::node_kind::list || inside->size() == 0)
      refuse_rule(std::string(type).append(" has no conditions"), at);
    for (std::size_t i = 0; i < inside->size(); ++i)
      out.inside.push_back(
          read((*inside)[i], std::string(at).append("/conditions/").append(std::to_string(i)), depth + 1));
    return out;
  }
  out.pointer = pointer_at_scope(text_of(from, "scope"), from.find("scope") ? at + "/scope" : at);
  out.is_not_met_by_nothing = is_true(from, "failWhenUndefined");
  std::string schema;
  if (const std::optional<json::node> said = from.find("schema"))
    schema = said->as_json();
  else if (const std::optional<json::node> value = from.find("expectedValue"))
    schema = std::string("{\"const\":").append(value->as_json()).append("}");
  else
    refuse_rule("its condition has neither a schema nor an expectedValue", at);
  if (const std::optional<json::node> said = from.find("schema"))
    add_looked_at(*said, out.pointer, 0, out.reads);
  else
    out.reads.push_back(out.pointer);
  out.schema = std::make_unique<const schema_check>(check_of(schema, at));
  return out;
}

bool form_rule::is_met(const condition& one, const form_values& said) const {
  const auto inside = [&](const condition& other) { return is_met(other, said); };
  if (one.is == condition::kind::all) return std::ranges::all_of(one.inside, inside);
  if (one.is == condition::kind::any) return std::ranges::any_of(one.inside, inside);
  const std::string pointer = inside_ + one.pointer;
  const std::optional<std::string> value = pointer.empty() ? said.as_json() : said.find(pointer);
  if (!value && one.is_not_met_by_nothing) return false;
  return one.schema->problems_of(value.value_or("null")).empty();
}

appearance form_rule::look_of(const form_values& said) const { return is_met(*when_, said) ? met_ : not_met_; }

}  // namespace tenon::form
