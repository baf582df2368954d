// From the start of the program to its first answer.
#pragma once

#include "options.hpp"
#include "report/table.hpp"
#include "servers/contestants.hpp"

namespace bench {

std::vector<chapter> start_figures(const contestants& all, const options& how);

}  // namespace bench
