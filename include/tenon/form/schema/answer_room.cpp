#include "tenon/form/schema/answer_room.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>
#include <vector>

#include "tenon/form/schema/value_type.hpp"

namespace tenon::form {

namespace {

using json::node;
using json::node_kind;

std::optional<double> value_at(const node& of, std::string_view key) {
  const std::optional<node> found = of.find(key);
  if (!found || found->kind() != node_kind::number) return std::nullopt;
  return std::strtod(found->as_json().c_str(), nullptr);
}

bool are_types_among(const node& type, std::initializer_list<std::string_view> those) {
  const auto is_one = [&](const node& one) { return std::ranges::find(those, one.text()) != those.end(); };
  if (type.is_text()) return is_one(type);
  for (std::size_t i = 0; i < type.size(); ++i)
    if (!is_one(type[i])) return false;
  return type.size() > 0;
}

struct edge {
  double at;
  bool is_outside;  // itself is none of them
};

std::optional<edge> edge_of(const node& schema, std::string_view with, std::string_view without, bool is_least) {
  const std::optional<double> in = value_at(schema, with), out = value_at(schema, without);
  if (!in && !out) return std::nullopt;
  const bool is_out = out && (!in || (is_least ? *out >= *in : *out <= *in));
  return edge{is_out ? *out : *in, is_out};
}

// What is too near to say counts as a multiple: 0.3 is one of 0.1.
bool has_multiple(double step, const edge& low, const edge& high) {
  constexpr double beyond = 1e11, nearly = 1e-12;
  const double from = low.at / step, to = high.at / step;
  if (!(std::abs(from) < beyond) || !(std::abs(to) < beyond)) return true;
  const double slack = nearly * std::max({1.0, std::abs(from), std::abs(to)});
  double first = std::ceil(from - slack);
  if (low.is_outside && first <= from + slack) first += 1;
  return high.is_outside ? first < to - slack : first <= to + slack;
}

struct choice_set {
  std::string_view keyword;
  std::vector<node> all{};
};

void add_choices(const node& list, std::vector<node>& to) {
  for (std::size_t i = 0; i < list.size(); ++i) to.push_back(list[i]);
}

// Of a `oneOf` or `anyOf`; none where one of them is anything else than constants.
std::optional<choice_set> constants_in(const node& schema, std::string_view keyword) {
  const std::optional<node> all = schema.find(keyword);
  if (!all || all->kind() != node_kind::list || all->size() == 0) return std::nullopt;
  choice_set out{keyword};
  for (std::size_t i = 0; i < all->size(); ++i) {
    const node one = (*all)[i];
    const std::optional<node> only = one.find("const"), some = one.find("enum");
    if (only)
      out.all.push_back(*only);
    else if (some && some->kind() == node_kind::list)
      add_choices(*some, out.all);
    else
      return std::nullopt;
  }
  return out;
}

std::vector<choice_set> choices_in(std::span<const node> schemas) {
  std::vector<choice_set> out;
  for (const node& one : schemas) {
    if (const std::optional<node> list = one.find("enum"); list && list->kind() == node_kind::list && list->size() > 0)
      add_choices(*list, out.emplace_back(choice_set{"enum"}).all);
    if (const std::optional<node> only = one.find("const")) out.push_back({"const", {*only}});
    for (const std::string_view keyword : {"oneOf", "anyOf"})
      if (std::optional<choice_set> found = constants_in(one, keyword)) out.push_back(*std::move(found));
  }
  return out;
}

}  // namespace

std::optional<no_answer> no_number_left(const node& schema) {
  const std::optional<node> type = schema.find("type");
  if (!type || !are_types_among(*type, {"integer", "number", "null"})) return std::nullopt;
  const std::optional<edge> low = edge_of(schema, "minimum", "exclusiveMinimum", true),
                            high = edge_of(schema, "maximum", "exclusiveMaximum", false);
  if (!low || !high || low->at > high->at || (low->at == high->at && (low->is_outside || high->is_outside)))
    return std::nullopt;
  if (const std::optional<double> step = value_at(schema, "multipleOf"); step && *step > 0)
    if (!has_multiple(*step, *low, *high))
      return no_answer{"multipleOf",
                       "no multiple of " + schema.find("multipleOf")->as_json() + " is between its bounds"};
  if (!are_types_among(*type, {"integer", "null"}) || has_multiple(1, *low, *high)) return std::nullopt;
  return no_answer{low->is_outside ? "exclusiveMinimum" : "minimum", "no whole number is between its bounds"};
}

std::optional<no_answer> no_choice_left(std::span<const node> schemas, const std::optional<node>& type) {
  const std::vector<choice_set> sets = choices_in(schemas);
  if (sets.empty()) return std::nullopt;
  struct allowed {
    std::size_t by = 0;
    bool is_of_type = false;
  };
  std::unordered_map<std::string, allowed> left;
  for (const node& one : sets.front().all)
    left[one.as_json()] = {1, !type || one.kind() == node_kind::null || is_of_type(one, *type)};
  for (std::size_t i = 1; i < sets.size(); ++i)
    for (const node& one : sets[i].all)
      if (const auto found = left.find(one.as_json()); found != left.end() && found->second.by == i)
        found->second.by = i + 1;
  bool is_common = false;
  for (const auto& [text, one] : left) {
    if (one.by == sets.size() && one.is_of_type) return std::nullopt;
    is_common = is_common || one.by == sets.size();
  }
  const std::string_view at = sets.back().keyword;
  if (!is_common) return no_answer{at, "no choice is one that all of them allow"};
  return no_answer{at, std::string("no choice of ").append(at).append(" has the type")};
}

}  // namespace tenon::form
