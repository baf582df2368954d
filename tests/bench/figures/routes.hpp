// What many routes cost: to compile, and to whoever looks for one of them.
#pragma once

#include "options.hpp"
#include "report/table.hpp"

namespace bench {

std::vector<chapter> route_figures(const options& how);

}  // namespace bench
