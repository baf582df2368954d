#include "tenon/form/schema/schema_preparation.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "tenon/form/schema/formats.hpp"
#include "tenon/form/schema_keywords.hpp"

namespace tenon::form {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

std::string_view view(boost::json::string_view text) { return {text.data(), text.size()}; }

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

// 2.0 is a whole number too, and the validator takes it for none.
void take_counts(object& schema) {
  for (const char* keyword : {"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"})
    if (value* count = schema.if_contains(keyword); count != nullptr && count->is_double())
      if (const double is = count->get_double(); is >= 0 && is < 1e18 && is == std::trunc(is))
        *count = static_cast<std::int64_t>(is);
}

void prepare(value& schema, std::unordered_set<std::string>& patterns) {
  object* inside = schema.if_object();
  if (inside == nullptr) return;
  if (const value* pattern = inside->if_contains("pattern"); pattern != nullptr && pattern->is_string())
    patterns.insert(std::string(view(pattern->as_string())));
  if (const value* named = inside->if_contains("patternProperties"); named != nullptr && named->is_object())
    for (const auto& one : named->get_object()) patterns.insert(std::string(view(one.key())));
  each_schema_in(schema, [&](value& one, std::string_view) { prepare(one, patterns); });
  take_format(*inside);
  take_counts(*inside);
  if (const value* all = inside->if_contains("allOf"); all != nullptr && all->is_array())
    for (const value& one : all->get_array())
      if (const object* part = one.if_object())
        if (const value* pattern = part->if_contains("pattern"); pattern != nullptr && pattern->is_string())
          patterns.insert(std::string(view(pattern->as_string())));
}

}  // namespace

std::unordered_set<std::string> prepare_patterns(value& schema) {
  std::unordered_set<std::string> out;
  prepare(schema, out);
  return out;
}

}  // namespace tenon::form
