// The arguments of the program.
#pragma once

#include <optional>

#include "options.hpp"

namespace bench {

// Nothing: the program is to end with `exit_code`; what there was to say has been said.
std::optional<options> read_command_line(int count, const char* const* arguments, int& exit_code);

}  // namespace bench
