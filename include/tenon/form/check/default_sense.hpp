// Whether what answers begin with could be an answer.
#pragma once

#include <optional>

#include "tenon/form/json_file.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// Warnings, about each `default` of a schema that does not keep to it, with the definitions that are brought.
void check_defaults(const json_file& schema, const std::optional<extension_data>& brought, report& to);

}  // namespace tenon::form
