#include "tenon/json/redacted.hpp"

#include "tenon/json/exact_parse.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/serialized.hpp"
#include "tenon/reflect/search.hpp"

namespace tenon::json {

namespace {

using namespace reflect;

void redact(boost::json::value& value, const slot& place) {
  if (place.wears->secret) {
    if (!value.is_null()) value = "***";
    return;
  }
  if (place.of->is == kind::optional) return redact(value, inner_of(place));
  const bool is_container = place.of->is == kind::list || place.of->is == kind::map || place.of->is == kind::aggregate;
  if (is_container && !(place.of->is == kind::list ? value.is_array() : value.is_object()) && !value.is_null() &&
      holds(place, [](const slot& one) { return one.wears->secret; })) {
    value = "***";
    return;
  }
  if (auto* elements = value.if_array(); elements != nullptr && place.of->is == kind::list)
    for (boost::json::value& one : *elements) redact(one, as<list_type>(*place.of).element);
  auto* members = value.if_object();
  if (members == nullptr) return;
  for (auto& member : *members) {
    if (place.of->is == kind::map) redact(member.value(), as<map_type>(*place.of).element);
    if (place.of->is != kind::aggregate) continue;
    bool known = false;
    for (const named_slot& field : as<aggregate_type>(*place.of).fields)
      if (spells(field.name, keys::as_written, std::string_view(member.key().data(), member.key().size()))) {
        known = true;
        redact(member.value(), field);
      }
    if (!known) member.value() = "***";  // it may have been a secret once
  }
}

}  // namespace

std::string redacted(std::string_view text, const slot& place) {
  boost::json::value value = parse_exactly(text);
  redact(value, place);
  return serialized(value);
}

}  // namespace tenon::json
