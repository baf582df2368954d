// What the programs take: memory when idle, bytes as a file, and nothing of the system's libraries.
#pragma once

#include "report/table.hpp"
#include "servers/contestants.hpp"

namespace bench {

std::vector<chapter> footprint_figures(const contestants& all);

}  // namespace bench
