#include "parameter_type.hpp"

#include "tenon/reflect/type_of.hpp"
#include "tenon/word/file.hpp"

namespace tenon_drivers {

using tenon::reflect::kind;

std::string_view parameter_type::name() const {
  switch (kind) {
    case parameter_kind::string:
      return "string";
    case parameter_kind::flag:
      return "flag";
    case parameter_kind::number:
      return "number";
    case parameter_kind::file:
      return "file";
    case parameter_kind::json:
      break;
  }
  return "json";
}

parameter_type parameter_type_of(const tenon::reflect::slot& place) {
  switch (place.of->is) {
    case kind::boolean:
      return {parameter_kind::flag};
    case kind::whole:
    case kind::real:
      return {parameter_kind::number};
    case kind::natural:
      return {parameter_kind::number, true};
    case kind::text:
    case kind::view:
    case kind::enumeration:
      return {parameter_kind::string};
    case kind::formed:
      return {place.of == tenon::reflect::described<tenon::file>.of ? parameter_kind::file : parameter_kind::string};
    case kind::optional:
      return parameter_type_of(tenon::reflect::inner_of(place));
    case kind::list:
      return {parameter_kind::json, false, "array"};
    case kind::map:
    case kind::aggregate:
      return {parameter_kind::json, false, "object"};
    case kind::raw:
    case kind::none:
      break;
  }
  return {};
}

}  // namespace tenon_drivers
