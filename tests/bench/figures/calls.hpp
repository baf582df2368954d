// Calls by HTTP, in rounds that take turns: a function beside a plain GET of the same program, and a driver beside the
// same route of an Express server.
#pragma once

#include "options.hpp"
#include "report/table.hpp"
#include "servers/contestants.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

std::vector<chapter> call_figures(const contestants& all, const tenon::testing::scratch_folder& folder,
                                  const options& how);

}  // namespace bench
