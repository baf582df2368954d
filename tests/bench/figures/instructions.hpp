// What one request costs in user space, and that it allocates nothing.
#pragma once

#include "report/table.hpp"
#include "servers/contestants.hpp"

namespace bench {

std::vector<chapter> instruction_figures(const contestants& all);

}  // namespace bench
