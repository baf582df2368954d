// What no schema means, though it may say so: misspelt keywords, bounds that leave nothing between them, and a default
// of another type.
#pragma once

#include "tenon/form/check/misspelling.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

void check_schema_sense(const json_file& schema, misspellings& words, report& to);

}  // namespace tenon::form
