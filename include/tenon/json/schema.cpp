#include "tenon/json/schema.hpp"

#include <boost/json/value.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "tenon/json/exact_parse.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/serialized.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/expectation.hpp"
#include "tenon/reflect/search.hpp"

namespace tenon::json {

namespace {

using namespace reflect;
using boost::json::array;
using boost::json::object;
using boost::json::value;

void bound(object& to, const char* key, const field_bound& end, bool whole, bool least) {
  if (!end.set) return;
  if (whole && std::abs(end.value) < 0x1p53)
    to[key] = static_cast<std::int64_t>(least ? std::ceil(end.value) : std::floor(end.value));
  else if (whole)
    return;  // the type's own limit is near enough
  else
    to[key] = end.value;
}
void bounds(object& to, const facts& told, const char* least, const char* most, bool whole = true) {
  bound(to, least, told.min, whole, true);
  bound(to, most, told.max, whole, false);
}
// Where the type has limits, which a range can only make narrower.
void narrow(object& to, const facts& told, double lowest, double highest) {
  facts inner = told;
  if (inner.min.set && inner.min.value <= lowest) inner.min.set = false;
  if (inner.max.set && inner.max.value >= highest) inner.max.set = false;
  bounds(to, inner, "minimum", "maximum");
}

// Itself, or what an optional one holds, or something in the elements, which may hold themselves.
bool bears_secret(const slot& place, int deep = 8) {
  if (place.wears->secret) return true;
  if (place.of->is == kind::optional) return deep > 0 && bears_secret(as<optional_type>(*place.of).inner, deep - 1);
  if (place.of->is == kind::list) return deep > 0 && bears_secret(as<list_type>(*place.of).element, deep - 1);
  if (place.of->is == kind::map) return deep > 0 && bears_secret(as<map_type>(*place.of).element, deep - 1);
  if (place.of->is == kind::aggregate && deep > 0)
    for (const named_slot& one : as<aggregate_type>(*place.of).fields)
      if (bears_secret(one, deep - 1)) return true;
  return false;
}

class maker {
 public:
  explicit maker(schema_use use) : use_(use) {}

  // `at` is null where there is no value, as in the element of a list.
  object of(const slot& place, void* at) {
    // First, because looking at what an optional could hold fills and empties it.
    value made;
    if (use_ == schema_use::argument && has_to_be_said(place) && place.of->is != kind::aggregate) at = nullptr;
    if (at != nullptr && place.of->is != kind::aggregate && !place.wears->secret)
      made = parse_exactly(written(place, at, use_ == schema_use::setting ? wire{} : camel_case));
    object out = shape(place, at);
    const facts& told = place.wears->told;
    std::string_view doc = told.doc.view();
    if (doc.empty() && place.of->is == kind::optional) doc = as<optional_type>(*place.of).inner.wears->told.doc.view();
    std::string description(doc);
    const auto add = [&description](std::string_view more) {
      if (!description.empty()) description += ' ';
      description += more;
    };
    if (place.of->is == kind::formed)
      add(std::string("Takes ")
              .append(expected(place))
              .append(", e.g. ")
              .append(as<formed_type>(*place.of).example)
              .append("."));
    if (!told.unit.view().empty()) add(std::string("Unit: ").append(told.unit.view()).append("."));
    if (!description.empty()) out["description"] = description;
    if (told.restart) out["x-restart"] = true;
    if (place.of->is == kind::aggregate ? place.wears->secret : bears_secret(place))
      out["writeOnly"] = true;
    else if (at != nullptr && place.of->is != kind::aggregate && !(made.is_null() && place.of->is == kind::real))
      out["default"] = std::move(made);  // but what is not finite has no JSON
    return out;
  }

  object members(const aggregate_type& whole, void* at) {
    for (const aggregate_type* outer : open_)
      if (outer == &whole) return object{{"type", "object"}};  // it holds itself
    open_.push_back(&whole);
    object properties;
    array required;
    void* places[most_places]{};
    if (at != nullptr) whole.places(at, places);
    for (std::size_t i = 0; i < whole.fields.size(); ++i) {
      const named_slot& field = whole.fields[i];
      const std::string name = spelt(field.name, use_ == schema_use::setting ? keys::as_written : keys::camel);
      properties[name] = of(field, places[i]);
      if (is_required(field)) required.emplace_back(name);
    }
    open_.pop_back();
    object out{{"type", "object"}, {"properties", std::move(properties)}};
    if (use_ == schema_use::setting) out["additionalProperties"] = false;
    if (!required.empty()) out["required"] = std::move(required);
    return out;
  }

 private:
  [[nodiscard]] bool is_required(const named_slot& field) const {
    if (use_ == schema_use::argument) return has_to_be_said(field);
    return use_ == schema_use::result && field.of->is != kind::optional;
  }

  schema_use use_;
  std::vector<const aggregate_type*> open_{};

  object shape(const slot& place, void* at) {
    const facts& told = place.wears->told;
    object out;
    switch (place.of->is) {
      case kind::boolean:
        out["type"] = "boolean";
        break;
      case kind::whole:
        out["type"] = "integer";
        out["minimum"] = as<whole_type>(*place.of).lowest;
        out["maximum"] = as<whole_type>(*place.of).highest;
        narrow(out, told, static_cast<double>(as<whole_type>(*place.of).lowest),
               static_cast<double>(as<whole_type>(*place.of).highest));
        break;
      case kind::natural:
        out["type"] = "integer";
        out["minimum"] = 0;
        out["maximum"] = as<natural_type>(*place.of).highest;
        narrow(out, told, 0, static_cast<double>(as<natural_type>(*place.of).highest));
        break;
      case kind::real:
        out["type"] = "number";
        bounds(out, told, "minimum", "maximum", false);
        break;
      case kind::text:
      case kind::view:
        out["type"] = "string";
        bounds(out, told, "minLength", "maxLength");
        break;
      case kind::enumeration: {
        array values;
        for (const enumerator& one : as<enumeration_type>(*place.of).values) values.emplace_back(one.name);
        out["enum"] = std::move(values);
        break;
      }
      case kind::formed:
        out = formed(place);
        break;
      case kind::optional: {
        const auto& whole = as<optional_type>(*place.of);
        out["anyOf"] =
            array{shape(inner_of(place), at == nullptr ? nullptr : whole.fill(at)), object{{"type", "null"}}};
        if (at != nullptr) whole.clear(at);
        break;
      }
      case kind::list:
        out["type"] = "array";
        out["items"] = of(as<list_type>(*place.of).element, nullptr);
        bounds(out, told, "minItems", "maxItems");
        if (const std::size_t fixed = as<list_type>(*place.of).fixed; fixed != 0) {
          out["minItems"] = fixed;
          out["maxItems"] = fixed;
        }
        break;
      case kind::map:
        out["type"] = "object";
        out["additionalProperties"] = of(as<map_type>(*place.of).element, nullptr);
        bounds(out, told, "minProperties", "maxProperties");
        break;
      case kind::aggregate:
        return members(as<aggregate_type>(*place.of), place.wears->secret ? nullptr : at);
      case kind::raw:
      case kind::none:
        break;
    }
    return out;
  }

  static object formed(const slot& place) {
    object out;
    if (as<formed_type>(*place.of).takes_whole) {
      out["type"] = array{"string", "integer"};
      bounds(out, place.wears->told, "minimum", "maximum");
    } else {
      out["type"] = "string";
    }
    return out;
  }
};

// With a line for each member; lists stand in one.
void print(const value& one, std::string& to, std::size_t depth) {
  const object* const members = one.if_object();
  if (members == nullptr || members->empty()) {
    to += serialized(one);
    return;
  }
  to += "{\n";
  std::size_t left = members->size();
  for (const auto& [key, inner] : *members) {
    to.append(2 * depth + 2, ' ').append(serialized(value(key))).append(": ");
    print(inner, to, depth + 1);
    to += --left == 0 ? "\n" : ",\n";
  }
  to.append(2 * depth, ' ').append("}");
}

}  // namespace

std::string schema(std::string_view title, std::span<const schema_member> members) {
  object properties{{"$schema", object{{"type", "string"}}}};
  for (std::size_t i = 0; i < members.size(); ++i) {
    std::size_t first = 0;  // one value may have two names, and looking at it changes it
    while (members[first].defaults != members[i].defaults || members[i].defaults == nullptr) {
      if (first == i) break;
      ++first;
    }
    properties[members[i].name] = first < i ? object(properties.at(members[first].name).as_object())
                                            : maker(schema_use::setting).of(members[i].place, members[i].defaults);
  }
  const object whole{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                     {"title", title},
                     {"type", "object"},
                     {"properties", std::move(properties)},
                     {"additionalProperties", false}};
  std::string text;
  print(whole, text, 0);
  return text + '\n';
}

std::string schema_of(const slot& place, void* defaults, schema_use use) {
  return serialized(maker(use).of(place, defaults));
}

}  // namespace tenon::json
