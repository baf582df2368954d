// `list drivers`: which driver does what interface says.
#pragma once

#include <span>
#include <string>

#include "tenon/call/driver_row.hpp"

namespace tenon_commands {

using driver_rows = std::span<const tenon::call::driver_row>;

// One object for each driver, in start order and as its extension lists them; for people one line for each method.
[[nodiscard]] std::string driver_table(driver_rows drivers);
[[nodiscard]] std::string driver_json(driver_rows drivers);

}  // namespace tenon_commands
