// What looking through a bundle of forms takes, and that it grows no faster than the bundle; what drawing a form and
// checking an observation take.
#pragma once

#include "options.hpp"
#include "report/table.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

std::vector<chapter> bundle_figures(const tenon::testing::scratch_folder& folder, const options& how);

}  // namespace bench
