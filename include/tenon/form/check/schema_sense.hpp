// What no schema means, though it may say so: misspelt keywords, what nobody heeds, and bounds that leave nothing
// between them.
#pragma once

#include <string>
#include <string_view>

#include "tenon/form/check/misspelling.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// A value of a kind that nobody heeds behind that key: it would be passed over in silence.
[[nodiscard]] bundle_finding of_another_kind(const json_file& file, const json::node& value, const std::string& pointer,
                                             std::string_view key, std::string_view wanted);

void check_schema_sense(const json_file& schema, misspellings& words, report& to);
// The same of a definition, which an extension file has at that pointer.
void check_definition_sense(const json_file& file, const std::string& pointer, std::string_view name,
                            const json::node& definition, misspellings& words, report& to);

}  // namespace tenon::form
