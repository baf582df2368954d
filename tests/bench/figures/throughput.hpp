// Requests per second and waiting times beside others, in rounds that take turns.
#pragma once

#include "options.hpp"
#include "report/table.hpp"
#include "servers/contestants.hpp"

namespace bench {

std::vector<chapter> throughput_figures(const contestants& all, const options& how);

}  // namespace bench
