#include "tenon/json/schema.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cstdint>

#include "tenon/json/key.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/expectation.hpp"

namespace tenon::json {

namespace {

using namespace reflect;
using boost::json::array;
using boost::json::object;
using boost::json::value;

void bound(object& to, const char* key, const field_bound& end, bool whole) {
  if (!end.set) return;
  if (whole)
    to[key] = static_cast<std::int64_t>(end.value);
  else
    to[key] = end.value;
}
void bounds(object& to, const facts& told, const char* least, const char* most, bool whole = true) {
  bound(to, least, told.min, whole);
  bound(to, most, told.max, whole);
}

bool accept_nothing(void*, const void*) { return false; }

class maker {
 public:
  // `at` is null where there is no value, as in the element of a list.
  object of(const slot& place, void* at) {
    // First, because looking at what an optional could hold fills and empties it.
    value made;
    if (at != nullptr && place.of->is != kind::aggregate && !place.wears->secret)
      made = boost::json::parse(written(place, at, {}));
    object out = shape(place, at);
    const facts& told = place.wears->told;
    std::string description(told.doc.view());
    const auto add = [&description](std::string_view more) {
      if (!description.empty()) description += ' ';
      description += more;
    };
    if (place.of->is == kind::formed) add(std::string("Takes ").append(expected(place)).append("."));
    if (!told.unit.view().empty()) add(std::string("Unit: ").append(told.unit.view()).append("."));
    if (!description.empty()) out["description"] = description;
    if (told.restart) out["x-restart"] = true;
    if (place.wears->secret)
      out["writeOnly"] = true;
    else if (at != nullptr && place.of->is != kind::aggregate)
      out["default"] = std::move(made);
    return out;
  }

  object members(const aggregate_type& whole, void* at) {
    object properties;
    void* places[most_places]{};
    if (at != nullptr) whole.places(at, places);
    for (std::size_t i = 0; i < whole.fields.size(); ++i)
      properties[spelt(whole.fields[i].name, {})] = of(whole.fields[i], places[i]);
    return object{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  }

 private:
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
        bounds(out, told, "minimum", "maximum");
        break;
      case kind::natural:
        out["type"] = "integer";
        out["minimum"] = 0;
        out["maximum"] = as<natural_type>(*place.of).highest;
        bounds(out, told, "minimum", "maximum");
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
        out = formed(place, at);
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
        break;
      case kind::map:
        out["type"] = "object";
        out["additionalProperties"] = of(as<map_type>(*place.of).element, nullptr);
        bounds(out, told, "minProperties", "maxProperties");
        break;
      case kind::aggregate:
        return members(as<aggregate_type>(*place.of), at);
      case kind::raw:
      case kind::none:
        break;
    }
    return out;
  }

  // Whether plain numbers will do is asked of the form itself, with one that it does not keep.
  static object formed(const slot& place, void* at) {
    const auto& form = as<formed_type>(*place.of);
    object out;
    if (at != nullptr && form.parse(at, "1", &accept_nothing, nullptr)) {
      out["type"] = array{"string", "integer"};
      bounds(out, place.wears->told, "minimum", "maximum");
    } else {
      out["type"] = "string";
    }
    if (!form.example.empty()) out["examples"] = array{form.example};
    return out;
  }
};

// With a line for each member; lists stand in one.
void print(const value& one, std::string& to, std::size_t depth) {
  const object* const members = one.if_object();
  if (members == nullptr || members->empty()) {
    to += boost::json::serialize(one);
    return;
  }
  to += "{\n";
  std::size_t left = members->size();
  for (const auto& [key, inner] : *members) {
    to.append(2 * depth + 2, ' ').append(boost::json::serialize(value(key))).append(": ");
    print(inner, to, depth + 1);
    to += --left == 0 ? "\n" : ",\n";
  }
  to.append(2 * depth, ' ').append("}");
}

}  // namespace

std::string schema(std::string_view title, std::span<const schema_member> members) {
  object properties{{"$schema", object{{"type", "string"}}}};
  for (const schema_member& one : members) properties[one.name] = maker().of(one.place, one.defaults);
  const object whole{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                     {"title", title},
                     {"type", "object"},
                     {"properties", std::move(properties)},
                     {"additionalProperties", false}};
  std::string text;
  print(whole, text, 0);
  return text + '\n';
}

}  // namespace tenon::json
