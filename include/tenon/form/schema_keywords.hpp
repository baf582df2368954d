// Where schemas stand inside of a schema, draft 7 and later.
#pragma once

#include <array>
#include <string_view>

namespace tenon::form {

// Keywords whose value is an object of schemas; and a schema, or a list of them.
inline constexpr std::array<std::string_view, 6> schemas_by_name{"properties", "patternProperties", "definitions",
                                                                 "$defs",      "dependentSchemas",  "dependencies"};
inline constexpr std::array<std::string_view, 16> schemas_inside{"items",
                                                                 "prefixItems",
                                                                 "additionalItems",
                                                                 "unevaluatedItems",
                                                                 "contains",
                                                                 "additionalProperties",
                                                                 "unevaluatedProperties",
                                                                 "propertyNames",
                                                                 "not",
                                                                 "if",
                                                                 "then",
                                                                 "else",
                                                                 "allOf",
                                                                 "anyOf",
                                                                 "oneOf",
                                                                 "contentSchema"};

}  // namespace tenon::form
