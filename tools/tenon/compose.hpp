// `tenon compose`: a bundle as a part of a program.
#pragma once

#include "command_line.hpp"

namespace tenon_tool {

// Looks for mistakes as `validate` does, and prints them where one is an error; else writes what a program is compiled
// with. The exit code. Of warnings nothing is said: most are about scripts, and here programs draw.
[[nodiscard]] int compose(const command_line& line);

}  // namespace tenon_tool
