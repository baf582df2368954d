// `list functions`: what can be called by name.
#pragma once

#include <span>
#include <string>

#include "tenon/call/function_row.hpp"

namespace tenon_commands {

using function_rows = std::span<const tenon::call::function_row>;

// One line or object for each, in start order and as its extension lists them.
[[nodiscard]] std::string function_table(function_rows functions);
[[nodiscard]] std::string function_json(function_rows functions);

}  // namespace tenon_commands
