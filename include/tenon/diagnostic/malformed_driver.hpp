// A driver has a name that is none.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_driver {};

}  // namespace tenon::diagnostic
