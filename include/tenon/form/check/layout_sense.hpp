// What no UI schema means, though it may say so: misspelt words, and a question that stands twice.
#pragma once

#include "tenon/form/check/misspelling.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/references.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// `schema` is that by which the form asks. What a renderer reads that is not built in is its own affair: such options
// are let be.
void check_layout_sense(const json_file& ui, const json::node& schema, const brought& known, misspellings& words,
                        report& to);

}  // namespace tenon::form
