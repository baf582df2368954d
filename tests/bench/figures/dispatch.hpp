// What an emit costs beside the ways in which others call their listeners.
#pragma once

#include "options.hpp"
#include "report/table.hpp"

namespace bench {

std::vector<chapter> dispatch_figures(const options& how);

}  // namespace bench
