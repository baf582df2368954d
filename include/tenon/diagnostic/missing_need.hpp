// An extension needs one that the composition does not hold.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct missing_need {};

}  // namespace tenon::diagnostic
