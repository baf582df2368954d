#include "tenon/form/rule/form_rule.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/write.hpp"
#include "tenon/word/error.hpp"

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

[[noreturn]] void refuse_rule(std::string why) { throw error(error_type::invalid_request, std::move(why)); }

std::string pointer_at_scope(std::string_view scope) {
  if (scope == "#" || scope == "#/") return "";
  const std::optional<std::vector<std::string>> keys = keys_of_scope(scope);
  if (!keys)
    refuse_rule(std::string("its condition has the scope '").append(shown(scope)).append("', which leads nowhere"));
  std::string out;
  for (const std::string& key : *keys) json::append_step(out, key);
  return out;
}

}  // namespace

form_rule::form_rule(const json::node& rule) {
  const std::string_view name = text_of(rule, "effect");
  const auto found = std::ranges::find(effects, name, &effect::name);
  if (found == effects.end())
    refuse_rule(std::string("its effect is '").append(shown(name)).append("': write SHOW, HIDE, ENABLE or DISABLE"));
  met_ = found->met;
  not_met_ = found->not_met;
  const std::optional<json::node> when = rule.find("condition");
  if (!when) refuse_rule("it has no condition");
  when_ = std::make_shared<const condition>(read(*when, 0));
}

form_rule::condition form_rule::read(const json::node& from, std::size_t depth) {
  if (depth > deepest_condition) refuse_rule("its conditions lie deeper than 8 in each other");
  condition out;
  const std::string_view type = text_of(from, "type");
  if (type == "AND" || type == "OR") {
    out.is = type == "AND" ? condition::kind::all : condition::kind::any;
    const std::optional<json::node> inside = from.find("conditions");
    if (!inside || inside->kind() != json::node_kind::list || inside->size() == 0)
      refuse_rule(std::string(type).append(" has no conditions"));
    for (std::size_t i = 0; i < inside->size(); ++i) out.inside.push_back(read((*inside)[i], depth + 1));
    return out;
  }
  out.pointer = pointer_at_scope(text_of(from, "scope"));
  out.is_not_met_by_nothing = is_true(from, "failWhenUndefined");
  if (const std::optional<json::node> schema = from.find("schema"))
    out.schema = std::make_unique<const schema_check>(schema->as_json());
  else if (const std::optional<json::node> value = from.find("expectedValue"))
    out.schema = std::make_unique<const schema_check>(std::string("{\"const\":").append(value->as_json()).append("}"));
  else
    refuse_rule("its condition has neither a schema nor an expectedValue");
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
