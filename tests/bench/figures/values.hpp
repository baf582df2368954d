// What values by key cost beside the database that they are kept in.
#pragma once

#include "options.hpp"
#include "report/table.hpp"

namespace bench {

std::vector<chapter> value_figures(const options& how);

}  // namespace bench
