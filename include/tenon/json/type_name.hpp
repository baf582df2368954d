// The name that JSON has for what stands in a place.
#pragma once

#include <string_view>

#include "tenon/reflect/type.hpp"

namespace tenon::json {

// What is written in a place is of any type.
inline constexpr std::string_view any_type = "any";

// string, integer, number, boolean, array, object, or any_type. Of an optional one it is what stands there where it is
// not empty.
[[nodiscard]] constexpr std::string_view type_name(const reflect::slot& place) {
  using reflect::kind;
  switch (place.of->is) {
    case kind::boolean:
      return "boolean";
    case kind::whole:
    case kind::natural:
      return "integer";
    case kind::real:
      return "number";
    case kind::text:
    case kind::view:
    case kind::enumeration:
    case kind::formed:
      return "string";
    case kind::optional:
      return type_name(reflect::inner_of(place));
    case kind::list:
      return "array";
    case kind::map:
    case kind::aggregate:
      return "object";
    case kind::raw:
    case kind::none:
      break;
  }
  return any_type;
}

}  // namespace tenon::json
