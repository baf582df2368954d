// Calls by HTTP, in rounds that take turns: a function beside a plain GET of the same program, and a driver beside the
// same route of an Express server.
#pragma once

#include "measure/scratch_folder.hpp"
#include "options.hpp"
#include "report/table.hpp"
#include "servers/contestants.hpp"

namespace bench {

std::vector<chapter> call_figures(const contestants& all, const scratch_folder& folder, const options& how);

}  // namespace bench
