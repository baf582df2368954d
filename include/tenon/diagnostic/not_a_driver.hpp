// An extension lists something among its drivers that is none.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_a_driver {};

}  // namespace tenon::diagnostic
