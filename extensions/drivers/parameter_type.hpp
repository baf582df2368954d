// What clients of the original call the type of a parameter or of a result.
#pragma once

#include <string_view>

#include "tenon/reflect/type.hpp"

namespace tenon_drivers {

enum class parameter_kind { string, flag, number, file, json };

struct parameter_type {
  parameter_kind kind = parameter_kind::json;
  bool is_unsigned = false;       // of a number
  std::string_view subtype = "";  // of JSON: array or object; empty: any value

  [[nodiscard]] std::string_view name() const;  // as it stands in lists
};

[[nodiscard]] parameter_type parameter_type_of(const tenon::reflect::slot& place);

}  // namespace tenon_drivers
