// What the door of functions answers where it gives no result, as an OpenAPI document says it.
#pragma once

#include <map>
#include <string>

#include "tenon/word/raw_json.hpp"

namespace tenon_operations {

// For `components`: by name, each with the shape of its body; those of other methods than a function's too.
[[nodiscard]] std::map<std::string, tenon::json::raw> refusals_of_functions();

// By status, references to those that a call may get which has its arguments in a body, or in the query.
[[nodiscard]] std::map<std::string, tenon::json::raw> refusals_of_one_function(bool has_body);

}  // namespace tenon_operations
