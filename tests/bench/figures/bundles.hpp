// What looking through a bundle of forms takes, and that it grows no faster than the bundle.
#pragma once

#include "options.hpp"
#include "report/table.hpp"

namespace bench {

std::vector<chapter> bundle_figures(const options& how);

}  // namespace bench
