#include "tenon/form/schema/schema_preparation.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tenon/form/report.hpp"
#include "tenon/form/schema/formats.hpp"
#include "tenon/form/schema_keywords.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/query.hpp"

namespace tenon::form {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

constexpr std::size_t deepest = 32, most_steps = 10'000;

std::string_view view(boost::json::string_view text) { return {text.data(), text.size()}; }

[[noreturn]] void refuse(std::string_view why, std::string_view what) {
  throw error(error_type::invalid_request, std::string(why).append(": '").append(shown(what)).append("'"));
}

template <class Words>
bool is_among(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != all.end();
}

// Calls it for each schema that stands in this one.
template <class Value, class F>
void each_schema_in(Value& schema, F f) {
  auto* inside = schema.if_object();
  if (inside == nullptr) return;
  for (auto& member : *inside) {
    const std::string_view key = view(member.key());
    auto& one = member.value();
    if (is_among(schemas_by_name, key) && one.is_object()) {
      for (auto& named : *one.if_object()) f(named.value(), key);
    } else if (is_among(schemas_inside, key)) {
      if (auto* list = one.if_array())
        for (auto& element : *list) f(element, key);
      else
        f(one, key);
    }
  }
}

void take_format(object& schema) {
  const value* format = schema.if_contains("format");
  if (format == nullptr) return;
  std::string mark(1, format_mark);
  if (const auto* name = format->if_string(); name != nullptr && is_checked_format(view(*name))) {
    mark.append(view(*name));
    value& all = schema["allOf"];
    if (!all.is_array()) all = array();
    all.as_array().push_back(object{{"pattern", mark}});
  }
  schema.erase("format");
}

void prepare(value& schema, std::unordered_set<std::string>& patterns) {
  object* inside = schema.if_object();
  if (inside == nullptr) return;
  if (const value* pattern = inside->if_contains("pattern"); pattern != nullptr && pattern->is_string()) {
    if (pattern->as_string().starts_with(format_mark)) refuse("a pattern begins with a control character", "\\u0001");
    patterns.insert(std::string(view(pattern->as_string())));
  }
  if (const value* named = inside->if_contains("patternProperties"); named != nullptr && named->is_object())
    for (const auto& one : named->get_object()) patterns.insert(std::string(view(one.key())));
  each_schema_in(schema, [&](value& one, std::string_view) { prepare(one, patterns); });
  take_format(*inside);
  if (const value* all = inside->if_contains("allOf"); all != nullptr && all->is_array())
    for (const value& one : all->get_array())
      if (const object* part = one.if_object())
        if (const value* pattern = part->if_contains("pattern"); pattern != nullptr && pattern->is_string())
          patterns.insert(std::string(view(pattern->as_string())));
}

// Looks at the same value as the schema that it stands in.
bool is_in_place(std::string_view keyword) {
  return keyword == "allOf" || keyword == "anyOf" || keyword == "oneOf" || keyword == "not" || keyword == "if" ||
         keyword == "then" || keyword == "else" || keyword == "dependencies" || keyword == "dependentSchemas";
}

class reference_check {
 public:
  explicit reference_check(const value& root) : root_(root) {}

  void look(const value& schema) {
    static_cast<void>(cost(schema, 0));
    each_schema_in(schema, [&](const value& one, std::string_view) { look(one); });
  }

 private:
  struct effort {
    std::size_t steps = 1, depth = 1;
    bool is_open = true;
  };

  const value& target(std::string_view ref) const {
    if (!ref.starts_with('#')) refuse("a $ref leads out of the schema", ref);
    boost::json::error_code failed;
    const std::string pointer = percent_decoded(ref.substr(1));
    const value* found = root_.find_pointer({pointer.data(), pointer.size()}, failed);
    if (found == nullptr || failed) refuse("a $ref leads nowhere", ref);
    return *found;
  }

  effort cost(const value& schema, std::size_t depth) {
    if (depth > deepest) refuse("schemas of one value lie in each other deeper than 32", "$ref, allOf");
    const auto [at, is_new] = known_.try_emplace(&schema);
    if (!is_new && at->second.is_open) refuse("a $ref leads back to itself", "$ref");
    if (!is_new) return at->second;
    effort sum;
    const auto add = [&](const value& one) {
      const effort inner = cost(one, depth + 1);
      sum.steps += inner.steps;
      sum.depth = std::max(sum.depth, inner.depth + 1);
      if (sum.steps > most_steps || sum.depth > deepest)
        refuse("schemas of one value fan out to more than 10000 steps, or 32 deep", "$ref, allOf, anyOf, oneOf");
    };
    if (const object* inside = schema.if_object())
      if (const value* ref = inside->if_contains("$ref"); ref != nullptr && ref->is_string())
        add(target(view(ref->as_string())));
    each_schema_in(schema, [&](const value& one, std::string_view keyword) {
      if (is_in_place(keyword)) add(one);
    });
    sum.is_open = false;
    return known_[&schema] = sum;
  }

  const value& root_;
  std::unordered_map<const value*, effort> known_{};
};

}  // namespace

std::unordered_set<std::string> prepare_patterns(value& schema) {
  std::unordered_set<std::string> out;
  prepare(schema, out);
  return out;
}

void check_references(const value& schema) { reference_check(schema).look(schema); }

}  // namespace tenon::form
