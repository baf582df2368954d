#include "tenon/form/schema/value_type.hpp"

#include <cmath>
#include <cstdlib>
#include <string_view>

namespace tenon::form {

namespace {

using json::node_kind;

bool is_called(const json::node& value, std::string_view type) {
  switch (value.kind()) {
    case node_kind::null:
      return type == "null";
    case node_kind::boolean:
      return type == "boolean";
    case node_kind::number: {
      const double is = std::strtod(value.as_json().c_str(), nullptr);
      return type == "number" || (type == "integer" && is == std::trunc(is));
    }
    case node_kind::text:
      return type == "string";
    case node_kind::list:
      return type == "array";
    case node_kind::object:
      return type == "object";
  }
  return false;
}

}  // namespace

bool is_of_type(const json::node& value, const json::node& type) {
  if (type.is_text()) return is_called(value, type.text());
  for (std::size_t i = 0; i < type.size(); ++i)
    if (is_called(value, type[i].text())) return true;
  return type.size() == 0;
}

}  // namespace tenon::form
