// Housekeeping that nobody would call, or a period for housekeeping that is not there.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct housekeeping_without_period {};

}  // namespace tenon::diagnostic
