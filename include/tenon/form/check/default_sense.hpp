// Whether what answers begin with could be an answer.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "tenon/form/json_file.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/report.hpp"
#include "tenon/form/schema/schema_fault.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// Warnings, about each `default` of a schema that does not keep to it, with the definitions that are brought.
void check_defaults(const json_file& schema, const std::optional<extension_data>& brought, report& to);

struct located_definition {
  const json_file* file;
  std::string pointer;  // into that
  json::node schema;
};
// The same about each `default` in definitions, all of which `brought` knows.
void check_defaults(std::span<const located_definition> definitions, const definition_finder& brought, report& to);

}  // namespace tenon::form
