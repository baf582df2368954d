// `tenon validate`: every mistake in a bundle.
#pragma once

#include "command_line.hpp"

namespace tenon_tool {

// Prints the findings, and returns 0 where the bundle is valid, 1 where it is not, 2 where it cannot be read.
[[nodiscard]] int validate(const command_line& line);

}  // namespace tenon_tool
