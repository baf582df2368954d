// What a composition costs to compile beside a monolith of the same behaviour, for each compiler that is here.
#pragma once

#include "options.hpp"
#include "report/table.hpp"

namespace bench {

std::vector<chapter> compile_time_figures(const options& how);

}  // namespace bench
